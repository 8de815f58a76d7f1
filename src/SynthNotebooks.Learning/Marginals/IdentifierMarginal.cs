using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Texts that name records: made anew in the format of the training texts, distinct from each other and from all training texts.</summary>
/// <remarks>
/// A format is a length with the characters seen at each of its positions, widened to whole classes (digits, capitals, small letters). When a
/// format has no room for so many rows, its texts grow longer.
/// </remarks>
public sealed class IdentifierMarginal : Marginal, IRowNumbered
{
    private const int MostLengths = 16, MostCharacters = 200;
    private readonly CumulativeTable _lengths;

    /// <param name="name">The column's name.</param>
    /// <param name="patterns">One a length, at least one.</param>
    /// <param name="longest">Length of the longest training text; overflowing texts are longer.</param>
    /// <param name="missingRate">Share of missing cells, 0 to 1.</param>
    public IdentifierMarginal(string name, IReadOnlyList<TextPattern> patterns, int longest, double missingRate)
        : base(name, missingRate)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        (Patterns, Longest) = (patterns, longest);
        _lengths = new CumulativeTable([.. patterns.Select(pattern => pattern.Mass)]);
    }

    /// <summary>The formats.</summary>
    public IReadOnlyList<TextPattern> Patterns { get; }

    /// <summary>Length of the longest training text.</summary>
    public int Longest { get; }

    /// <inheritdoc/>
    public override bool IsLatent => false;

    /// <summary>Learns the formats of a column's texts. Cost O(n) a position.</summary>
    public static IdentifierMarginal Of(TextColumn column, MarginalOptions options, SplitRandom random, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(column);
        var codes = CategoryCodes.Of(column);
        var texts = codes.FirstRows.Select(row => column.GetText(row)!).Where(text => text.Length > 0).ToArray();
        if (texts.Length == 0) texts = ["0"];
        var groups = texts.GroupBy(text => Math.Min(text.Length, MostCharacters)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).ToArray();
        var kept = groups.Where((group, rank) => rank == 0 || rank < MostLengths && group.Count() >= options.MinimumCount);
        var patterns = kept.Select(group => TextPattern.Of([.. group.Select(text => text[..group.Key])], random.Split((ulong)group.Key), cancellation)).ToArray();
        return new(column.Name, patterns, texts.Max(text => text.Length), MissingShare(column));
    }

    /// <inheritdoc/>
    public override Column Decode(ReadOnlySpan<double> uniforms, ReadOnlySpan<bool> missing, SplitRandom random)
    {
        var flags = new bool[uniforms.Length];
        missing.CopyTo(flags);
        return Number(0, flags, random);
    }

    /// <inheritdoc/>
    public Column Number(long firstRow, ReadOnlySpan<bool> missing, SplitRandom stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var key = stream.Split("key").NextUInt64();
        var (codes, texts) = (new int[missing.Length], new List<string>(missing.Length));
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = missing[i] ? -1 : texts.Count;
            if (!missing[i]) texts.Add(Text((ulong)(firstRow + i), key, stream.Split((ulong)(firstRow + i))));
        }
        return new TextColumn(Name, codes, texts);
    }

    private string Text(ulong row, ulong key, SplitRandom random)
    {
        var pattern = Patterns[_lengths.Find(random.NextDouble())];
        if (row < pattern.Fresh.Count) return pattern.Spell(pattern.Fresh.Of(row, key), random);
        // No room: the first format, then digits that make the text longer than any training text.
        pattern = Patterns[0];
        var capacity = pattern.Fresh.Capacity;
        var digits = (row / capacity).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return pattern.Spell(row % capacity, random) + digits.PadLeft(Longest + 10 - pattern.Length, '0');
    }
}
