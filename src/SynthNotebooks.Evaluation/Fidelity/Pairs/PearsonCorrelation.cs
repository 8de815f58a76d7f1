using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>Pearson's product-moment correlation over the rows where both cells are present.</summary>
/// <remarks>Two passes, O(n); one of a multiplication a row for two columns without missing cells, whose own sums are known. The bits are the same either way. Source: Pearson, Proc. R. Soc. Lond. 58, 1895, doi:10.1098/rspl.1895.0041.</remarks>
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
        return Ratio(xy, xx, yy);
    }

    /// <summary>As <see cref="Of(ReadOnlySpan{double}, ReadOnlySpan{double})"/> of the columns' numbers.</summary>
    public static double? Of(ColumnView a, ColumnView b) => a.IsComplete && b.IsComplete ? Of(a.Numbers, a.Moments, b.Numbers, b.Moments) : Of(a.Numbers, b.Numbers);

    /// <summary>Of two columns without missing cells.</summary>
    public static double? Of(ReadOnlySpan<double> x, CompleteMoments ofX, ReadOnlySpan<double> y, CompleteMoments ofY)
    {
        if (x.Length < 2 || !ofX.Varies || !ofY.Varies) return null;
        double meanX = ofX.Mean, meanY = ofY.Mean, xy = 0;
        y = y[..x.Length];
        for (var i = 0; i < x.Length; i++) xy += (x[i] - meanX) * (y[i] - meanY);
        return Ratio(xy, ofX.Squares, ofY.Squares);
    }

    private static double? Ratio(double xy, double xx, double yy)
    {
        var r = xy / Math.Sqrt(xx * yy);
        return double.IsFinite(r) ? Math.Clamp(r, -1, 1) : null;
    }
}
