namespace SynthNotebooks.Learning;

/// <summary>The cells that a condition on one column leaves.</summary>
/// <param name="Values">Part of the marginal's uniform scale.</param>
/// <param name="Missing">Whether missing cells are left.</param>
public sealed record ColumnSet(RankSet Values, bool Missing)
{
    /// <summary>No cell.</summary>
    public static ColumnSet Empty { get; } = new(RankSet.Empty, false);

    /// <summary>Whether no cell is left.</summary>
    public bool IsEmpty => !Missing && Values.Parts.Count == 0;

    /// <summary>Cells in either.</summary>
    public ColumnSet Union(ColumnSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Values.Union(other.Values), Missing || other.Missing);
    }

    /// <summary>Cells in both.</summary>
    public ColumnSet Intersect(ColumnSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Values.Intersect(other.Values), Missing && other.Missing);
    }

    /// <summary>All other cells.</summary>
    public ColumnSet Complement() => new(Values.Complement(), !Missing);
}
