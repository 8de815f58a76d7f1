namespace SynthNotebooks.Learning;

public sealed partial class NearestNeighbours
{
    /// <summary>How many references' balls each query lies in.</summary>
    /// <param name="queries">Points with the same columns.</param>
    /// <param name="radii">One a reference, in distances as <see cref="Find"/> gives them; a point on the edge lies inside.</param>
    /// <param name="threads">Most threads used, at least 1.</param>
    /// <param name="cancellation">Stops the count within milliseconds.</param>
    /// <returns>0 to the number of references, one a query.</returns>
    /// <exception cref="ArgumentException">The queries have other columns, or there is not one radius a reference.</exception>
    public int[] CountBalls(MixedPoints queries, ReadOnlyMemory<float> radii, int threads = int.MaxValue, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        RequireColumns(queries);
        if (radii.Length != References) throw new ArgumentException($"There are {radii.Length} radii for {References} points.", nameof(radii));
        var size = PointTiles.Points * _columns;
        var limits = new float[_tiles.Length / size]; // no point of the tile has a larger ball
        for (var i = 0; i < References; i++)
            limits[i / PointTiles.Points] = Math.Max(limits[i / PointTiles.Points], radii.Span[i]);
        for (var tile = 0; tile < limits.Length; tile++) limits[tile] = limits[tile] * _columns * 1.000001f + float.Epsilon;
        var counts = new int[queries.Rows];
        Parallel.For(0, (queries.Rows + QueriesTogether - 1) / QueriesTogether, Parallelism(threads, cancellation), block =>
        {
            Span<float> sums = stackalloc float[PointTiles.Points];
            Span<float> point = new float[_columns];
            var balls = radii.Span;
            for (var query = block * QueriesTogether; query < Math.Min((block + 1) * QueriesTogether, queries.Rows); query++)
            {
                cancellation.ThrowIfCancellationRequested();
                queries.CopyRow(query, point);
                for (var tile = 0; tile < limits.Length; tile++)
                {
                    if (!PointTiles.Distances(_tiles.AsSpan(tile * size, size), point, _numbers, limits[tile], sums)) continue;
                    var first = tile * PointTiles.Points;
                    for (var i = 0; i < Math.Min(PointTiles.Points, References - first); i++)
                        if (sums[i] / _columns <= balls[first + i]) counts[query]++; // rounded as distances are
                }
            }
        });
        return counts;
    }

    private static ParallelOptions Parallelism(int threads, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = Math.Min(Math.Max(1, threads), Environment.ProcessorCount), CancellationToken = cancellation };

    private void RequireColumns(MixedPoints queries)
    {
        if (queries.Numbers.Count != _numbers || queries.Codes.Count != _codes)
            throw new ArgumentException($"The queries have {queries.Numbers.Count} number and {queries.Codes.Count} code columns, the references {_numbers} and {_codes}.", nameof(queries));
    }
}
