using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Whole numbers that name records: a run of numbers goes on where it ended, scattered numbers become other scattered ones.</summary>
/// <remarks>Distinct from each other and from all training numbers, as long as 64 bits hold them.</remarks>
/// <param name="name">The column's name.</param>
/// <param name="start">Index 0 stands for this number.</param>
/// <param name="scattered">Which indices are fresh; null when numbers count up by one.</param>
/// <param name="next">First number above all training numbers.</param>
/// <param name="missingRate">Share of missing cells, 0 to 1.</param>
/// <param name="format">Spelling.</param>
public sealed class SequenceMarginal(string name, long start, FreshIndex? scattered, long next, double missingRate, ColumnFormat? format = null)
    : Marginal(name, missingRate), IRowNumbered
{
    /// <summary>The number of index 0.</summary>
    public long Start { get; } = start;

    /// <summary>Which indices are fresh; null for a plain count.</summary>
    public FreshIndex? Scattered { get; } = scattered;

    /// <summary>First number above all training numbers.</summary>
    public long Next { get; } = next;

    /// <summary>Spelling.</summary>
    public ColumnFormat? Format { get; } = format;

    /// <inheritdoc/>
    public override bool IsLatent => false;

    /// <summary>Learns whether the numbers are a run. Cost O(n).</summary>
    public static SequenceMarginal Of(Int64Column column, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(column);
        var distinct = new HashSet<long>();
        for (var row = 0; row < column.Length; row++)
            if (!column.IsNull(row)) distinct.Add(column.Values[row]);
        long low = distinct.Min(), high = distinct.Max();
        var range = (double)high - low + 1;
        var next = high == long.MaxValue ? high : high + 1;
        var scattered = range <= 1.5 * distinct.Count || range > 9e18
            ? null
            : FreshIndex.Avoiding((ulong)range, [.. distinct.Select(value => (ulong)(value - low))], random);
        return new(column.Name, low, scattered, next, MissingShare(column), column.Format);
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
        var values = new long[missing.Length];
        var room = Scattered?.Count ?? 0;
        for (var i = 0; i < values.Length; i++)
        {
            var row = (ulong)(firstRow + i);
            values[i] = row < room ? Start + (long)Scattered!.Of(row, key) : unchecked(Next + (long)(row - room));
        }
        return new Int64Column(Name, values, NullMask.Of(missing), Format);
    }
}
