using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>Pulls noisy coefficients towards zero as far as an unbiased estimate of the risk says.</summary>
/// <remarks>
/// The best of three: leave as they are, one factor for all, one soft threshold. Sources: Stein, Ann. Statist. 9(6), 1981, doi:10.1214/aos/1176345632;
/// Donoho, Johnstone, JASA 90, 1995, doi:10.1080/01621459.1995.10476626.
/// </remarks>
internal static class Shrinkage
{
    /// <summary>Shrinks in place.</summary>
    /// <param name="coefficients">Truth plus independent noise.</param>
    /// <param name="variance">Of the noise.</param>
    public static void Apply(Span<double> coefficients, double variance)
    {
        var n = coefficients.Length;
        var energy = 0.0;
        foreach (var value in coefficients) energy += value * value;
        var best = n * variance;
        var factor = 1.0;
        var threshold = 0.0;
        if (n > 2 && energy > 0)
        {
            // Positive-part James-Stein.
            factor = Math.Max(0, 1 - (n - 2) * variance / energy);
            var risk = factor == 0 ? Math.Max(energy - n * variance, 0) + 2 * variance : n * variance - (n - 2.0) * (n - 2) * variance * variance / energy;
            if (risk < best) best = risk;
            else factor = 1;
        }
        if (n >= 8)
        {
            var (at, risk) = SoftThreshold(coefficients, variance);
            if (risk < best) (factor, threshold) = (1, at);
        }
        for (var i = 0; i < n; i++)
        {
            var magnitude = Math.Max(0, Math.Abs(coefficients[i]) - threshold);
            coefficients[i] = factor * Math.CopySign(magnitude, coefficients[i]);
        }
    }

    // The threshold with the least estimated risk, at most the universal one.
    private static (double Threshold, double Risk) SoftThreshold(ReadOnlySpan<double> coefficients, double variance)
    {
        var n = coefficients.Length;
        var sorted = new double[n];
        for (var i = 0; i < n; i++) sorted[i] = Math.Abs(coefficients[i]);
        Array.Sort(sorted);
        var universal = Math.Sqrt(2 * PortableMath.Log(n) * variance);
        (double Threshold, double Risk) best = (0, double.PositiveInfinity);
        var below = 0.0;
        for (var i = 0; i < n && sorted[i] <= universal; i++)
        {
            below += sorted[i] * sorted[i];
            var risk = below + (n - i - 1) * sorted[i] * sorted[i] + variance * (n - 2.0 * (i + 1));
            if (risk < best.Risk) best = (sorted[i], risk);
        }
        return best;
    }
}
