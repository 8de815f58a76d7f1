using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>What all pairs of points of two sets are on average apart.</summary>
/// <param name="Distance">Mean Euclidean distance; unequal categories stand 1 apart.</param>
/// <param name="Kernel">Mean of exp(−distance² / (2 · bandwidth²)), 0 to 1.</param>
/// <remarks>The Euclidean distance, other than Gower's, does not fall apart into columns, so that statistics made of it see how columns depend on each other.</remarks>
public readonly record struct PairwiseMeans(double Distance, double Kernel)
{
    private const int QueriesTogether = 64;

    /// <summary>Compares every point of one set with every point of another.</summary>
    /// <param name="first">At least one point.</param>
    /// <param name="second">At least one point, of the same columns.</param>
    /// <param name="bandwidth">Of the Gaussian kernel; above 0.</param>
    /// <param name="threads">Most threads used, at least 1; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work within milliseconds.</param>
    /// <exception cref="ArgumentException">A set has no point, or the columns differ.</exception>
    /// <remarks>O(points · points · columns), no pair is kept in memory.</remarks>
    public static PairwiseMeans Between(MixedPoints first, MixedPoints second, double bandwidth, int threads = int.MaxValue, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Rows == 0 || second.Rows == 0) throw new ArgumentException("A set has no points; at least one is needed.", first.Rows == 0 ? nameof(first) : nameof(second));
        if (first.Numbers.Count != second.Numbers.Count || first.Codes.Count != second.Codes.Count)
            throw new ArgumentException($"The sets have {first.Numbers.Count} and {second.Numbers.Count} number and {first.Codes.Count} and {second.Codes.Count} code columns.", nameof(second));
        if (!(bandwidth > 0)) throw new ArgumentOutOfRangeException(nameof(bandwidth), bandwidth, "A bandwidth is above 0.");
        var tiles = PointTiles.Of(second);
        var scale = (float)(-0.5 / (bandwidth * bandwidth));
        double[] distances = new double[first.Rows], kernels = new double[first.Rows];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Math.Max(1, threads), Environment.ProcessorCount), CancellationToken = cancellation };
        Parallel.For(0, (first.Rows + QueriesTogether - 1) / QueriesTogether, parallel, block =>
        {
            var point = new float[first.Columns];
            for (var row = block * QueriesTogether; row < Math.Min((block + 1) * QueriesTogether, first.Rows); row++)
            {
                cancellation.ThrowIfCancellationRequested();
                first.CopyRow(row, point);
                (distances[row], kernels[row]) = Sums(tiles, point, first.Numbers.Count, second.Rows, scale);
            }
        });
        var pairs = (double)first.Rows * second.Rows;
        return new(FixedOrderSum.Of(distances) / pairs, FixedOrderSum.Of(kernels) / pairs);
    }

    private static (double Distance, double Kernel) Sums(float[] tiles, float[] point, int numbers, int rows, float scale)
    {
        Span<float> squares = stackalloc float[PointTiles.Points];
        var size = PointTiles.Points * point.Length;
        double distance = 0, kernel = 0;
        for (int tile = 0, left = rows; left > 0; tile++, left -= PointTiles.Points)
        {
            PointSquares.Distances(tiles.AsSpan(tile * size, size), point, numbers, squares);
            if (left < PointTiles.Points) squares[left..].Clear(); // places after the last point hold no number
            var (distances, kernels) = GaussSums.Of(squares, scale);
            var empty = Math.Max(0, PointTiles.Points - left);
            distance += distances;
            kernel += kernels - empty; // exp 0 = 1 each
        }
        return (distance, kernel);
    }
}
