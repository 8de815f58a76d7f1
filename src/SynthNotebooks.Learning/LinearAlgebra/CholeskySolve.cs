namespace SynthNotebooks.Learning;

/// <summary>Uses a Cholesky factor.</summary>
public static class CholeskySolve
{
    /// <summary>x with L·Lᵀ·x = b. Cost n² multiplications.</summary>
    /// <param name="factor">Lower triangular, [n, n], see <see cref="Cholesky.TryFactor"/>.</param>
    /// <param name="right">Length n; not changed.</param>
    public static double[] Solve(double[,] factor, ReadOnlySpan<double> right)
    {
        ArgumentNullException.ThrowIfNull(factor);
        var x = right.ToArray();
        for (var i = 0; i < x.Length; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= factor[i, k] * x[k];
            x[i] /= factor[i, i];
        }
        for (var i = x.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < x.Length; k++) x[i] -= factor[k, i] * x[k];
            x[i] /= factor[i, i];
        }
        return x;
    }

    /// <summary>Diagonal of the inverse of L·Lᵀ. Cost n³/3 multiplications.</summary>
    /// <param name="factor">Lower triangular, [n, n].</param>
    public static double[] InverseDiagonal(double[,] factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        var n = factor.GetLength(0);
        var diagonal = new double[n];
        var column = new double[n];
        for (var j = 0; j < n; j++) // column j of the inverse of L; its squares add to the diagonal
        {
            column[j] = 1 / factor[j, j];
            for (var i = j + 1; i < n; i++)
            {
                var sum = 0.0;
                for (var k = j; k < i; k++) sum += factor[i, k] * column[k];
                column[i] = -sum / factor[i, i];
            }
            for (var i = j; i < n; i++) diagonal[j] += column[i] * column[i];
        }
        return diagonal;
    }
}
