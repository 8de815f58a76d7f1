namespace SynthNotebooks.Learning;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations in fixed order.</summary>
/// <param name="Values">Ascending, length n.</param>
/// <param name="Vectors">Orthonormal, [n, n]; column j belongs to value j.</param>
/// <remarks>Cost O(n³) a sweep, 6 to 10 sweeps. Source: Golub, Van Loan, Matrix Computations, 4th ed. 2013, section 8.5.</remarks>
public sealed record SymmetricEigen(double[] Values, double[,] Vectors)
{
    /// <summary>Decomposes a matrix; only its lower triangle counts.</summary>
    /// <param name="matrix">[n, n], finite; not changed.</param>
    public static SymmetricEigen Of(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var n = matrix.GetLength(0);
        var a = new double[n][];
        var v = new double[n][]; // rows are eigenvectors while rotating
        for (var i = 0; i < n; i++)
        {
            (a[i], v[i]) = (new double[n], new double[n]);
            v[i][i] = 1;
            for (var j = 0; j < n; j++) a[i][j] = matrix[Math.Max(i, j), Math.Min(i, j)];
        }
        for (var sweep = 0; sweep < 60 && !IsDiagonal(a); sweep++)
            for (var p = 0; p < n - 1; p++)
                for (var q = p + 1; q < n; q++) Rotate(a, v, p, q);

        var order = Enumerable.Range(0, n).OrderBy(i => a[i][i]).ToArray();
        var vectors = new double[n, n];
        for (var j = 0; j < n; j++)
            for (var i = 0; i < n; i++) vectors[i, j] = v[order[j]][i];
        return new([.. order.Select(i => a[i][i])], vectors);
    }

    private static bool IsDiagonal(double[][] a)
    {
        double off = 0, diagonal = 0;
        for (var i = 0; i < a.Length; i++)
        {
            diagonal += a[i][i] * a[i][i];
            for (var j = 0; j < i; j++) off += a[i][j] * a[i][j];
        }
        return off <= 1e-28 * diagonal;
    }

    private static void Rotate(double[][] a, double[][] v, int p, int q)
    {
        var apq = a[p][q];
        if (apq == 0) return;
        var theta = (a[q][q] - a[p][p]) / (2 * apq);
        var t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        var c = 1 / Math.Sqrt(t * t + 1);
        var s = t * c;
        double[] ap = a[p], aq = a[q], vp = v[p], vq = v[q];
        double app = ap[p], aqq = aq[q];
        for (var k = 0; k < ap.Length; k++)
        {
            (ap[k], aq[k]) = (c * ap[k] - s * aq[k], s * ap[k] + c * aq[k]);
            (vp[k], vq[k]) = (c * vp[k] - s * vq[k], s * vp[k] + c * vq[k]);
        }
        for (var k = 0; k < ap.Length; k++) (a[k][p], a[k][q]) = (ap[k], aq[k]);
        (ap[p], aq[q], ap[q], aq[p]) = (app - t * apq, aqq + t * apq, 0, 0);
    }
}
