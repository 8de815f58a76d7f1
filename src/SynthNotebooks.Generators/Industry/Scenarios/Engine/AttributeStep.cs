using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Computes an attribute of a row and stores it.</summary>
internal sealed class AttributeStep(AttributePlan attribute, Rule rule) : RowStep
{
    private const int MostDraws = 100;

    private readonly ulong _label = SplitRandom.Label(attribute.Name);
    private readonly int _slot = attribute.Slot;
    private readonly bool _isString = attribute.Type.IsString;

    public AttributePlan Attribute => attribute;

    public override string Name => attribute.Name;

    public override bool ReadsNeighbours => attribute.ReadsNeighbours;

    /// <summary>Where a copula group puts the attribute's rank; null when it stands in none.</summary>
    public int? RankSlot { get; init; }

    public Rule Rule => rule;

    /// <summary>Computes the first row of a parent instead; may be null.</summary>
    public Rule? First { get; init; }

    /// <summary>Added to the value; may be null.</summary>
    public Rule? Noise { get; init; }

    public Parameter? Min { get; init; }

    public Parameter? Max { get; init; }

    /// <summary>Decimal places to round to; null for none.</summary>
    public int? Decimals { get; init; }

    /// <inheritdoc/>
    public override void Run(Row row, SplitRandom random, ulong attempt)
    {
        random.Become(row.Random, Labelled(_label, attempt));
        if (attribute.Rounds is { } rounds && rounds.TryValue(attribute, row, out var settled))
        {
            row.Numbers[_slot] = settled;
            return;
        }
        var now = First is not null && row.Previous is null ? First : rule;
        if (_isString)
        {
            row.Texts[_slot] = now.DrawText(row, random);
            return;
        }
        row.Numbers[_slot] = Finished(now, RankSlot is { } rank ? now.Quantile(row, row.Numbers[rank], random) : now.Draw(row, random), row, random);
    }

    /// <summary>Draws once more, without storing it.</summary>
    public object? Repeat(Row row, SplitRandom random)
    {
        var now = First is not null && row.Previous is null ? First : rule;
        return _isString ? now.DrawText(row, random) : Finished(now, RankSlot is { } rank ? now.Quantile(row, row.Numbers[rank], random) : now.Draw(row, random), row, random);
    }

    /// <summary>What the first draw of the row gives.</summary>
    public object? Repeated(Row row)
    {
        var random = new SplitRandom(0);
        random.Become(row.Random, _label);
        return Repeat(row, random);
    }

    /// <summary>What the row holds.</summary>
    public object? Stored(Row row) => _isString ? row.Texts[_slot] : row.Numbers[_slot];

    /// <summary>Noise, limits and rounding.</summary>
    public double Finished(Rule now, double value, Row row, SplitRandom random)
    {
        if (Noise is not null) value += Noise.Draw(row, random);
        if (Min is not null || Max is not null) value = Limited(now, value, row, random);
        if (Decimals is { } decimals) value = decimals == 0 ? Math.Round(value) : Math.Round(value, decimals);
        return attribute.Type.Kind == CellKind.Date && !double.IsNaN(value) ? DateFunctions.StartOfDay(value) : value;
    }

    // A draw beyond the limits is drawn again, which gives the truncated distribution; what is computed is moved to the limit
    private double Limited(Rule now, double value, Row row, SplitRandom random)
    {
        var least = Min?.Of(row, random) ?? double.NegativeInfinity;
        var most = Max?.Of(row, random) ?? double.PositiveInfinity;
        if (RankSlot is null && (now.Redraws || Noise is not null))
            for (var draws = 0; draws < MostDraws && (value < least || value > most); draws++)
                value = now.Draw(row, random) + (Noise?.Draw(row, random) ?? 0);
        return value < least ? least : value > most ? most : value;
    }
}
