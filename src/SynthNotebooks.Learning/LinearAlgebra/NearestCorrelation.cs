namespace SynthNotebooks.Learning;

/// <summary>Turns a symmetric matrix of pairwise correlations into one that a joint distribution can have.</summary>
public static class NearestCorrelation
{
    /// <summary>The correlation matrix nearest in Frobenius norm whose eigenvalues are at least a floor.</summary>
    /// <param name="matrix">[n, n] symmetric, unit diagonal; not changed.</param>
    /// <param name="floor">Smallest eigenvalue wanted, above 0.</param>
    /// <param name="isFixed">Entries off the diagonal that shall stay as they are (up to the last rounding); null for none.</param>
    /// <param name="cancellation">Looked at once a projection.</param>
    /// <returns>Unit diagonal, positive definite.</returns>
    /// <remarks>
    /// Alternating projections with Dykstra's correction, at most 100, each one eigendecomposition. Source: Higham, IMA J. Numer. Anal. 22, 2002,
    /// doi:10.1093/imanum/22.3.329; fixed entries as in Borsdorf, Higham, Raydan, SIAM J. Matrix Anal. Appl. 31, 2010, doi:10.1137/090776718.
    /// </remarks>
    public static double[,] Of(double[,] matrix, double floor = 1e-4, Func<int, int, bool>? isFixed = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var n = matrix.GetLength(0);
        var y = (double[,])matrix.Clone();
        var correction = new double[n, n];
        for (var step = 0; step < 100; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsAbove(y, floor * (1 - 1e-6))) return y;
            var shifted = new double[n, n];
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) shifted[i, j] = y[i, j] - correction[i, j];
            var projected = Clip(SymmetricEigen.Of(shifted), floor);
            var moved = 0.0;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    correction[i, j] = projected[i, j] - shifted[i, j];
                    var next = i == j ? 1 : isFixed?.Invoke(i, j) == true ? matrix[i, j] : projected[i, j];
                    moved = Math.Max(moved, Math.Abs(next - y[i, j]));
                    y[i, j] = next;
                }
            }
            if (moved < 1e-7) break;
        }
        return Normalised(Clip(SymmetricEigen.Of(y), floor));
    }

    // Whether all eigenvalues are above a number.
    private static bool IsAbove(double[,] matrix, double floor)
    {
        var shifted = (double[,])matrix.Clone();
        for (var i = 0; i < matrix.GetLength(0); i++) shifted[i, i] -= floor;
        return Cholesky.TryFactor(shifted, out _);
    }

    private static double[,] Clip(SymmetricEigen eigen, double floor)
    {
        var n = eigen.Values.Length;
        var result = new double[n, n];
        for (var k = 0; k < n; k++)
        {
            var value = Math.Max(eigen.Values[k], floor);
            for (var i = 0; i < n; i++)
            {
                var scaled = value * eigen.Vectors[i, k];
                for (var j = 0; j <= i; j++) result[i, j] += scaled * eigen.Vectors[j, k];
            }
        }
        for (var i = 0; i < n; i++)
            for (var j = 0; j < i; j++) result[j, i] = result[i, j];
        return result;
    }

    private static double[,] Normalised(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) result[i, j] = i == j ? 1 : matrix[i, j] / Math.Sqrt(matrix[i, i] * matrix[j, j]);
        return result;
    }
}
