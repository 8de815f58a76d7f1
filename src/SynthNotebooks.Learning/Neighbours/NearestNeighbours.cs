namespace SynthNotebooks.Learning;

/// <summary>Finds the nearest of a set of points exactly, by comparing all.</summary>
/// <remarks>
/// Mixed tables have too many dimensions for search trees to pay. Time O(queries · references · columns), thirty-two references at a time, cut
/// short where none of them can be among the nearest; memory the references once more, 4 bytes a cell. Results do not depend on the number of threads.
/// </remarks>
public sealed partial class NearestNeighbours
{
    private const int QueriesTogether = 64;
    private const int BlockBytes = 256 << 10; // of references that stay in cache while the queries pass

    private readonly float[] _tiles;
    private readonly int _columns, _numbers, _codes;

    /// <param name="references">The points that are searched; at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public NearestNeighbours(MixedPoints references)
    {
        ArgumentNullException.ThrowIfNull(references);
        if (references.Rows == 0) throw new ArgumentException("There are no points to search; at least one is needed.", nameof(references));
        (References, _columns, _numbers, _codes) = (references.Rows, references.Columns, references.Numbers.Count, references.Codes.Count);
        _tiles = PointTiles.Of(references);
    }

    /// <summary>Number of points that are searched.</summary>
    public int References { get; }

    /// <summary>The nearest references of every query.</summary>
    /// <param name="queries">Points with the same columns.</param>
    /// <param name="count">Neighbours a query, 1 to the number of references; default 1.</param>
    /// <param name="threads">Most threads used, at least 1.</param>
    /// <param name="cancellation">Stops the search within milliseconds.</param>
    /// <exception cref="ArgumentException">The queries have other columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of range.</exception>
    public NeighbourLists Find(MixedPoints queries, int count = 1, int threads = int.MaxValue, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        RequireColumns(queries);
        if (count < 1 || count > References) throw new ArgumentOutOfRangeException(nameof(count), count, $"Of {References} points 1 to {References} can be asked for.");
        var distances = new float[checked(queries.Rows * count)];
        var rows = new int[distances.Length];
        distances.AsSpan().Fill(float.PositiveInfinity);
        Parallel.For(0, (queries.Rows + QueriesTogether - 1) / QueriesTogether, Parallelism(threads, cancellation), block =>
        {
            var first = block * QueriesTogether;
            Search(queries, first, Math.Min(first + QueriesTogether, queries.Rows), count, distances, rows, cancellation);
        });
        for (var i = 0; i < distances.Length; i++) distances[i] /= _columns;
        return new(queries.Rows, count, distances, rows);
    }

    /// <summary>The nearest others of every point of a set: each is searched among the rest of the same set.</summary>
    /// <param name="points">The set that this search was made of.</param>
    /// <param name="count">Neighbours a point, 1 to the number of points less one.</param>
    /// <param name="threads">Most threads used, at least 1.</param>
    /// <param name="cancellation">Stops the search within milliseconds.</param>
    /// <exception cref="ArgumentException">The points are not as many as the references, or have other columns.</exception>
    public NeighbourLists FindOthers(MixedPoints points, int count = 1, int threads = int.MaxValue, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Rows != References) throw new ArgumentException($"The set has {points.Rows} points, the search was made of {References}.", nameof(points));
        if (count < 1 || count >= References) throw new ArgumentOutOfRangeException(nameof(count), count, $"A point of {References} has {References - 1} others.");
        var found = Find(points, count + 1, threads, cancellation);
        var distances = new float[checked(points.Rows * count)];
        var rows = new int[distances.Length];
        for (var point = 0; point < points.Rows; point++)
        {
            var at = found.RowsOf(point).IndexOf(point);
            if (at < 0) at = count; // as many equal points come before it; the last of them goes instead
            for (int i = 0, target = point * count; i <= count; i++)
            {
                if (i == at) continue;
                distances[target] = found.Distances[point * (count + 1) + i];
                rows[target++] = found.Rows[point * (count + 1) + i];
            }
        }
        return new(points.Rows, count, distances, rows);
    }

    private void Search(MixedPoints queries, int first, int end, int count, float[] distances, int[] rows, CancellationToken cancellation)
    {
        var points = new float[(end - first) * _columns];
        for (var query = first; query < end; query++) queries.CopyRow(query, points.AsSpan((query - first) * _columns, _columns));
        Span<float> sums = stackalloc float[PointTiles.Points];
        var size = PointTiles.Points * _columns;
        var tiles = _tiles.Length / size;
        var step = Math.Max(1, BlockBytes / (size * sizeof(float)));
        for (var start = 0; start < tiles; start += step)
        {
            cancellation.ThrowIfCancellationRequested();
            var stop = Math.Min(start + step, tiles);
            for (var query = first; query < end; query++)
            {
                var point = points.AsSpan((query - first) * _columns, _columns);
                var near = distances.AsSpan(query * count, count);
                var places = rows.AsSpan(query * count, count);
                for (var tile = start; tile < stop; tile++)
                {
                    if (!PointTiles.Distances(_tiles.AsSpan(tile * size, size), point, _numbers, near[^1], sums)) continue;
                    for (var i = 0; i < sums.Length; i++)
                        if (sums[i] < near[^1]) Insert(near, places, sums[i], tile * PointTiles.Points + i);
                }
            }
        }
    }

    // References come in ascending order, so that a newcomer stands after those as near as it.
    private static void Insert(Span<float> near, Span<int> places, float distance, int row)
    {
        var at = near.Length - 1;
        for (; at > 0 && near[at - 1] > distance; at--) (near[at], places[at]) = (near[at - 1], places[at - 1]);
        (near[at], places[at]) = (distance, row);
    }
}
