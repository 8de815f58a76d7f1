using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The standard normal distribution cut to an interval, far out in the tails too.</summary>
/// <remarks>
/// Intervals are turned to the left tail, where the distribution function keeps its relative precision; very narrow ones are expanded around their middle.
/// </remarks>
public static class NormalInterval
{
    private const double LogRoot2Pi = 0.91893853320467274178, Deepest = -37, Narrow = 1e-4;

    /// <summary>Natural logarithm of the probability of [low, high]; relative error of the probability below 1e-8. Cost: up to four exponentials and logarithms.</summary>
    /// <param name="low">−∞ or a number.</param>
    /// <param name="high">Above <paramref name="low"/>, up to +∞.</param>
    public static double LogMass(double low, double high)
    {
        if (low > 0) (low, high) = (-high, -low);
        if (IsNarrow(low, high)) return PortableMath.Log(high - low) - Squared(low, high) - LogRoot2Pi;
        if (high > 0) return PortableMath.Log(1 - PortableMath.NormalCdf(low) - PortableMath.NormalCdf(-high));
        var (below, upTo) = (LogCdf(low), LogCdf(high));
        return double.IsNegativeInfinity(below) ? upTo : upTo + PortableMath.Log(1 - PortableMath.Exp(below - upTo));
    }

    /// <summary>Mean and variance of the cut distribution.</summary>
    /// <param name="low">−∞ or a number.</param>
    /// <param name="high">Above <paramref name="low"/>, up to +∞.</param>
    /// <param name="logMass">What <see cref="LogMass"/> gives.</param>
    public static (double Mean, double Variance) Moments(double low, double high, double logMass)
    {
        if (IsNarrow(low, high)) return (low + (high - low) / 2, (high - low) * (high - low) / 12);
        double atLow = Density(low, logMass), atHigh = Density(high, logMass);
        var mean = Math.Clamp(atLow - atHigh, low, high);
        var edges = (double.IsInfinity(low) ? 0 : low * atLow) - (double.IsInfinity(high) ? 0 : high * atHigh);
        return (mean, Math.Clamp(1 + edges - mean * mean, 0, 1));
    }

    /// <summary>A draw by inversion, inside [low, high].</summary>
    /// <param name="low">−∞ or a number.</param>
    /// <param name="high">Above <paramref name="low"/>, up to +∞.</param>
    /// <param name="uniform">Above 0, below 1.</param>
    /// <remarks>Beyond 37 standard deviations the tail counts as exponential.</remarks>
    public static double Draw(double low, double high, double uniform)
    {
        if (low > 0) return -Draw(-high, -low, 1 - uniform);
        if (IsNarrow(low, high)) return low + uniform * (high - low);
        double x;
        if (high < Deepest) x = high + PortableMath.Log(uniform + (1 - uniform) * PortableMath.Exp((low - high) * -high)) / -high;
        else
        {
            double from = PortableMath.NormalCdf(low), to = PortableMath.NormalCdf(high);
            x = PortableMath.NormalQuantile(from + uniform * (to - from));
        }
        return Math.Clamp(x, low, high);
    }

    private static bool IsNarrow(double low, double high) => (high - low) * Math.Max(1, Math.Max(Math.Abs(low), Math.Abs(high))) < Narrow;

    private static double Squared(double low, double high) => (low + (high - low) / 2) * (low + (high - low) / 2) / 2;

    private static double Density(double x, double logMass) => double.IsInfinity(x) ? 0 : PortableMath.Exp(-x * x / 2 - LogRoot2Pi - logMass);

    // For x up to 0.
    private static double LogCdf(double x) => x > Deepest
        ? PortableMath.Log(PortableMath.NormalCdf(x))
        : -x * x / 2 - LogRoot2Pi - PortableMath.Log(-x) + PortableMath.Log(1 - 1 / (x * x) + 3 / (x * x * x * x));
}
