namespace SynthNotebooks.Learning;

/// <summary>The nearest points of each of a number of queries.</summary>
/// <param name="Queries">Number of queries.</param>
/// <param name="Count">Neighbours a query.</param>
/// <param name="Distances">Row-major, queries × count, ascending within a query; mean over columns.</param>
/// <param name="Rows">The neighbours' rows among the references, in the same layout; of equally near ones the first comes first.</param>
public sealed record NeighbourLists(int Queries, int Count, float[] Distances, int[] Rows)
{
    /// <summary>Distances of one query, ascending.</summary>
    public ReadOnlySpan<float> DistancesOf(int query) => Distances.AsSpan(query * Count, Count);

    /// <summary>Rows of the references, the nearest first.</summary>
    public ReadOnlySpan<int> RowsOf(int query) => Rows.AsSpan(query * Count, Count);
}
