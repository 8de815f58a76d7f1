namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>Pearson's product-moment correlation over the rows where both cells are present.</summary>
/// <remarks>Two passes, O(n). Source: Pearson, Proc. R. Soc. Lond. 58, 1895, doi:10.1098/rspl.1895.0041.</remarks>
internal static class PearsonCorrelation
{
    /// <param name="x">NaN where missing.</param>
    /// <param name="y">As long as <paramref name="x"/>.</param>
    /// <returns>−1 to 1; null with fewer than two complete rows or where either is constant over them.</returns>
    public static double? Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sumX = 0, sumY = 0, firstX = 0, firstY = 0;
        var count = 0;
        bool variesX = false, variesY = false;
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i])) continue;
            if (count++ == 0) (firstX, firstY) = (x[i], y[i]);
            variesX |= x[i] != firstX;
            variesY |= y[i] != firstY;
            sumX += x[i];
            sumY += y[i];
        }
        if (count < 2 || !variesX || !variesY) return null;
        double meanX = sumX / count, meanY = sumY / count, xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i])) continue;
            double dx = x[i] - meanX, dy = y[i] - meanY;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        var r = xy / Math.Sqrt(xx * yy);
        return double.IsFinite(r) ? Math.Clamp(r, -1, 1) : null;
    }
}
