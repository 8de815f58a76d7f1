namespace SynthNotebooks.Learning;

/// <summary>Inverts distribution functions that have no closed inverse.</summary>
internal static class QuantileSearch
{
    /// <summary>The x with cdf(x) = p, to the last few bits, by bisection made faster by secants (regula falsi, Illinois).</summary>
    /// <param name="cdf">Non-decreasing.</param>
    /// <param name="p">Above 0, below 1.</param>
    /// <param name="low">A point whose distribution function is at most p.</param>
    /// <param name="high">A point whose distribution function is at least p.</param>
    /// <remarks>Source: Dowell, Jarratt, BIT 11, 1971, doi:10.1007/BF01934364.</remarks>
    public static double Of(Func<double, double> cdf, double p, double low, double high)
    {
        double below = cdf(low) - p, above = cdf(high) - p;
        var side = 0;
        for (var step = 0; step < 200 && high - low > 1e-15 * Math.Max(Math.Abs(low), Math.Abs(high)); step++)
        {
            var x = step % 3 == 2 || !(above > below) ? low + (high - low) / 2 : (low * above - high * below) / (above - below);
            if (!(x > low && x < high)) x = low + (high - low) / 2;
            if (x <= low || x >= high) break;
            var miss = cdf(x) - p;
            if (miss == 0) return x;
            if (miss < 0)
            {
                (low, below) = (x, miss);
                if (side == -1) above /= 2;
                side = -1;
            }
            else
            {
                (high, above) = (x, miss);
                if (side == 1) below /= 2;
                side = 1;
            }
        }
        return low + (high - low) / 2;
    }
}
