using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks;

/// <summary>Sets rows of a table aside.</summary>
public static class FrameSplitting
{
    /// <summary>Two parts of the rows, chosen at random, each in the table's order.</summary>
    /// <param name="frame">At least two rows.</param>
    /// <param name="share">Share of the rows set aside, above 0 and below 1; at least one row stays on each side.</param>
    /// <param name="seed">The same seed sets the same rows aside.</param>
    /// <exception cref="ArgumentException">Fewer than two rows, or a share out of range.</exception>
    public static (DataFrame Train, DataFrame Holdout) Split(this DataFrame frame, double share = 0.25, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (!(share > 0 && share < 1)) throw new ArgumentOutOfRangeException(nameof(share), $"The share set aside is {share}; it must be above 0 and below 1.");
        if (frame.Rows.Count < 2) throw new ArgumentException($"The table has {frame.Rows.Count} rows; at least 2 are needed to split it.", nameof(frame));
        var rows = (int)frame.Rows.Count;
        var aside = Math.Clamp((int)Math.Round(rows * share), 1, rows - 1);
        var order = Enumerable.Range(0, rows).ToArray();
        new SplitRandom(seed).Split("holdout").Shuffle<int>(order);
        Array.Sort(order, 0, aside);
        Array.Sort(order, aside, rows - aside);
        return (frame.Take(order.AsSpan(aside)), frame.Take(order.AsSpan(0, aside)));
    }
}
