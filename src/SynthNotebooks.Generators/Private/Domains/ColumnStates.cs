using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Private;

/// <summary>A declared column as a few states, missing as the last, and the way back to cells. Nothing in it was read from the data but what was paid for.</summary>
/// <remarks>A cell outside the domain counts as the nearest number of a range, as missing, or as the last listed value: no error depends on a record.</remarks>
internal sealed class ColumnStates
{
    private const int MostStates = 60_000;
    private readonly ColumnDomain _domain;
    private readonly long[] _starts; // first unit of each bin of a range; empty for a list

    private ColumnStates(ColumnDomain domain, Marginal marginal, long[] starts)
    {
        (_domain, _starts) = (domain, starts);
        Bins = ColumnBins.Of(marginal, MostStates);
    }

    /// <summary>Cuts the scale of values; the marginal's shares are even and mean nothing, the model knows the real ones.</summary>
    public ColumnBins Bins { get; }

    /// <summary>Number of states, missing included.</summary>
    public int Count => Bins.States;

    /// <summary>Whether neighbouring states hold neighbouring values.</summary>
    public bool IsOrdered => _domain is RangeDomain;

    /// <summary>Whether the states are declared codes.</summary>
    public bool IsCode => _domain is RangeDomain { IsCode: true };

    /// <summary>A cell of each of some states: the value of a state that has one only, else its first.</summary>
    public Column Cells(int[] states)
    {
        if (_domain is ListedDomain listed) return CategoryMarginal.WithMissing(listed.Palette).Take(states);
        var units = new long[states.Length];
        for (var row = 0; row < units.Length; row++) units[row] = states[row] == Bins.MissingState ? long.MinValue : _starts[states[row]];
        return ((RangeDomain)_domain).Cells(units);
    }

    /// <summary>The column's name.</summary>
    public string Name => _domain.Name;

    /// <summary>One state a value, or a declared bin.</summary>
    /// <param name="domain">Not a range that has to be cut with budget.</param>
    /// <param name="isResolved">Whether every value must be a state of its own, bins or not.</param>
    public static ColumnStates Of(ColumnDomain domain, bool isResolved) => domain is RangeDomain range
        ? Of(range, range.Starts(isResolved ? range.Values : range.Bins ?? range.Values))
        : Of((ListedDomain)domain);

    /// <summary>One state a listed value.</summary>
    public static ColumnStates Of(ListedDomain domain)
    {
        var even = new double[domain.Palette.Length];
        even.AsSpan().Fill(1);
        return new(domain, new CategoryMarginal(CategoryMarginal.WithMissing(domain.Palette), even, domain.HasMissing ? 0.5 : 0), []);
    }

    /// <summary>States of a range.</summary>
    /// <param name="domain">The range.</param>
    /// <param name="starts">First unit of each bin, ascending, the first that of the range; each bin reaches to the next.</param>
    public static ColumnStates Of(RangeDomain domain, long[] starts)
    {
        var grid = new NumberGrid(domain.Stored(domain.Low), domain.Step, domain.Decimals);
        var segments = new NumericSegment[starts.Length];
        for (var i = 0; i < starts.Length; i++)
            segments[i] = new(starts[i] - domain.Low, (i + 1 < starts.Length ? starts[i + 1] - 1 : domain.High) - domain.Low, 1);
        Column template = domain.Kind switch
        {
            ColumnKind.Date => new DateColumn(domain.Name, default),
            ColumnKind.Timestamp => new TimestampColumn(domain.Name, default),
            ColumnKind.Real => new DoubleColumn(domain.Name, default),
            _ => new Int64Column(domain.Name, default),
        };
        return new(domain, new NumericMarginal(template, segments, grid, domain.HasMissing ? 0.5 : 0), starts);
    }

    /// <summary>The state of each cell.</summary>
    /// <exception cref="FitException">The column is of a kind that the domain does not hold.</exception>
    public ushort[] Encode(Column column) => _domain switch
    {
        RangeDomain range => Encode(range.Units(column)),
        _ => Encode(((ListedDomain)_domain).Palette, column),
    };

    /// <summary>What is known of the column without looking at it.</summary>
    /// <param name="missing">Share of missing cells in the model.</param>
    public ColumnSchema Schema(double missing)
    {
        if (_domain is RangeDomain range)
        {
            var role = range.Kind switch { ColumnKind.Date => ColumnRole.Date, ColumnKind.Timestamp => ColumnRole.Timestamp, _ => range.Values <= 20 ? ColumnRole.Ordinal : ColumnRole.Continuous };
            string[]? categories = role == ColumnRole.Ordinal ? [.. Enumerable.Range(0, (int)range.Values).Select(i => Text(range, range.Low + i))] : null;
            return new(Name, range.Kind, role, missing, range.Number(range.Low), range.Number(range.High), range.IsTemporal ? null : range.Decimals, Categories: categories, Format: ColumnFormat.Default);
        }
        var palette = ((ListedDomain)_domain).Palette;
        string[] texts = [.. Enumerable.Range(0, palette.Length).Select(row => palette.GetText(row)!)];
        if (palette.Kind == ColumnKind.Text) return new(Name, palette.Kind, ColumnRole.Category, missing, Distinct: texts.Length, Categories: texts, Format: ColumnFormat.Default);
        var numbers = palette.ToNumbers();
        return new(Name, palette.Kind, ColumnRole.Category, missing, numbers.Min(), numbers.Max(), Distinct: texts.Length, Categories: texts, Format: ColumnFormat.Default);
    }

    private static string Text(RangeDomain range, long unit) => range.Kind == ColumnKind.Real
        ? new DoubleColumn(range.Name, new[] { unit / NumberGrid.PowerOfTen(range.Decimals) }).GetText(0)!
        : new Int64Column(range.Name, new[] { unit }).GetText(0)!;

    private ushort[] Encode(long[] units)
    {
        var states = new ushort[units.Length];
        var missing = Bins.MissingState >= 0 ? Bins.MissingState : 0;
        for (var row = 0; row < states.Length; row++)
        {
            if (units[row] == long.MinValue)
            {
                states[row] = (ushort)missing;
                continue;
            }
            var found = Array.BinarySearch(_starts, units[row]);
            states[row] = (ushort)(found >= 0 ? found : ~found - 1);
        }
        return states;
    }

    private ushort[] Encode(Column palette, Column column)
    {
        var other = (ushort)(Bins.MissingState >= 0 ? Bins.MissingState : palette.Length - 1);
        var states = new ushort[column.Length];
        if (palette.Kind is ColumnKind.Text or ColumnKind.Boolean || column.Kind == ColumnKind.Text)
        {
            var byText = new Dictionary<string, ushort>(StringComparer.Ordinal);
            for (var i = 0; i < palette.Length; i++) byText.TryAdd(palette.Kind == ColumnKind.Boolean && column is BooleanColumn flags ? palette.WithFormat(flags.Format).GetText(i)! : palette.GetText(i)!, (ushort)i);
            for (var row = 0; row < states.Length; row++) states[row] = column.GetText(row) is { } text && byText.TryGetValue(text, out var state) ? state : other;
            return states;
        }
        var byNumber = new Dictionary<double, ushort>();
        var (values, numbers) = (palette.ToNumbers(), column.ToNumbers());
        for (var i = 0; i < values.Length; i++) byNumber.TryAdd(values[i], (ushort)i);
        for (var row = 0; row < states.Length; row++) states[row] = !column.IsNull(row) && byNumber.TryGetValue(numbers[row], out var state) ? state : other;
        return states;
    }
}
