namespace SynthNotebooks.Learning;

/// <summary>The lower triangular square root of a positive definite matrix.</summary>
public static class Cholesky
{
    /// <summary>L with L·Lᵀ = A; false when a pivot is not above 1e-12.</summary>
    /// <param name="matrix">[n, n]; only the lower triangle counts; not changed.</param>
    /// <param name="factor">[n, n], zeros above the diagonal; empty on failure.</param>
    /// <remarks>Cost n³/3 multiplications, sums in fixed order. Source: Golub, Van Loan, Matrix Computations, 4th ed. 2013, section 4.2.</remarks>
    public static bool TryFactor(double[,] matrix, out double[,] factor)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var n = matrix.GetLength(0);
        var l = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            var pivot = matrix[j, j];
            for (var k = 0; k < j; k++) pivot -= l[j, k] * l[j, k];
            if (!(pivot > 1e-12))
            {
                factor = new double[0, 0];
                return false;
            }
            l[j, j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < n; i++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++) sum -= l[i, k] * l[j, k];
                l[i, j] = sum / l[j, j];
            }
        }
        factor = l;
        return true;
    }
}
