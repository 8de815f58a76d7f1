using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Reading;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Which rows of one table lie in the balls that reach from rows of the other to their fifth nearest neighbour of their own table.</summary>
/// <param name="BallsAroundOther">By compared row: how many real rows' balls it lies in.</param>
/// <param name="BallsAroundReal">By real row: how many compared rows' balls it lies in.</param>
/// <param name="Covered">By real row: whether a compared row lies in its ball.</param>
/// <remarks>
/// Distance as for closest records (Gower's). Up to 3,000 rows of each table; a row on the edge of a ball lies inside, because tables with few
/// distinct rows have balls of radius 0. Source: Naeem, Oh, Uh, Choi, Yoo, ICML 2020, arXiv:2002.09797.
/// </remarks>
internal sealed record ManifoldOverlap(int[] BallsAroundOther, int[] BallsAroundReal, bool[] Covered)
{
    /// <summary>Neighbours that a ball reaches to.</summary>
    public const int Neighbours = 5;

    private const double Normal95 = 1.959963984540054;

    /// <summary>The mean of a value a row with its interval; undefined with the reason when a table is too small.</summary>
    /// <param name="comparison">The tables.</param>
    /// <param name="values">One a row of either table.</param>
    /// <param name="most">Largest possible mean.</param>
    public static MetricValue MeanOf(TableComparison comparison, Func<ManifoldOverlap, double[]> values, double most)
    {
        var tables = comparison.Tables;
        if (tables.Columns == 0) return new(null, Undefined: "no column takes part");
        if (tables.Real(0).Rows <= Neighbours || comparison.Rows <= Neighbours)
            return new(null, Rows: comparison.Rows, Undefined: $"a table has fewer than {Neighbours + 1} rows, so that rows have no {Neighbours} neighbours");
        var sample = values(comparison.Own.Once(typeof(ManifoldOverlap), () => Measure(tables, comparison.Table)));
        double sum = 0, squares = 0; // of small integers, shares of them or flags: exact enough in any order
        foreach (var value in sample) (sum, squares) = (sum + value, squares + value * value);
        double n = sample.Length, mean = sum / n, half = Normal95 * Math.Sqrt(Math.Max(0, squares / n - mean * mean) / n);
        return new(mean, Math.Max(0, mean - half), Math.Min(most, mean + half), Math.Min(comparison.Rows, PointSample.MostNeighbours));
    }

    private static ManifoldOverlap Measure(TableSet tables, int table)
    {
        MixedPoints real = PointSample.InRange(tables, -1), other = PointSample.InRange(tables, table);
        var (threads, cancellation) = (tables.Options.Threads, tables.Options.Cancellation);
        var radii = tables.Shared.Once((typeof(ManifoldOverlap), "radii"), () => Radii(real, threads, cancellation));
        var search = new NearestNeighbours(other);
        var nearest = search.Find(real, 1, threads, cancellation).Distances;
        return new(
            new NearestNeighbours(real).CountBalls(other, radii, threads, cancellation),
            search.CountBalls(real, Radii(other, threads, cancellation), threads, cancellation),
            [.. nearest.Select((distance, row) => distance <= radii[row])]);
    }

    private static float[] Radii(MixedPoints points, int threads, CancellationToken cancellation)
    {
        var found = new NearestNeighbours(points).FindOthers(points, Neighbours, threads, cancellation);
        var radii = new float[points.Rows];
        for (var row = 0; row < radii.Length; row++) radii[row] = found.DistancesOf(row)[^1];
        return radii;
    }
}
