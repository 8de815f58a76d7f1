using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Density (x − l)^(a−1)·(h − x)^(b−1) up to a factor, between two known ends.</summary>
/// <param name="A">Exponent at the lower end, above 0.</param>
/// <param name="B">Exponent at the upper end, above 0.</param>
/// <param name="Low">l.</param>
/// <param name="High">h, above l.</param>
public sealed record BetaDistribution(double A, double B, double Low, double High) : IDistribution
{
    /// <inheritdoc/>
    public string Family => "beta";

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, double Value)> Parameters => [("a", A), ("b", B), ("low", Low), ("high", High)];

    /// <summary>Maximum likelihood of the exponents. Null when a value is not inside the ends, or all are equal.</summary>
    /// <param name="sample">Values strictly between the ends.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <remarks>Newton from the moments. Source: Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2, 1995, chapter 25.</remarks>
    public static BetaDistribution? Fit(WeightedSample sample, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (!(sample.Minimum > low && sample.Maximum < high) || !double.IsFinite(high - low)) return null;
        var scaled = sample with { Values = [.. sample.Values.Select(x => (x - low) / (high - low))] };
        var (mean, variance) = scaled.Moments();
        if (!(variance > 1e-12 && variance < mean * (1 - mean))) return null;
        double logs = scaled.Mean(PortableMath.Log), others = scaled.Mean(y => PortableMath.Log(1 - y));
        var sum = mean * (1 - mean) / variance - 1;
        double a = mean * sum, b = (1 - mean) * sum;
        for (var step = 0; step < 100; step++)
        {
            double both = SpecialFunctions.Digamma(a + b), joint = SpecialFunctions.Trigamma(a + b);
            double first = logs - SpecialFunctions.Digamma(a) + both, second = others - SpecialFunctions.Digamma(b) + both;
            double aa = joint - SpecialFunctions.Trigamma(a), bb = joint - SpecialFunctions.Trigamma(b);
            var determinant = aa * bb - joint * joint;
            if (!(determinant > 0)) break;
            double nextA = a - (bb * first - joint * second) / determinant, nextB = b - (aa * second - joint * first) / determinant;
            nextA = Math.Clamp(nextA, a / 3, a * 3);
            nextB = Math.Clamp(nextB, b / 3, b * 3);
            var done = Math.Abs(nextA - a) <= 1e-12 * a && Math.Abs(nextB - b) <= 1e-12 * b;
            (a, b) = (nextA, nextB);
            if (done) break;
        }
        return new(a, b, low, high);
    }

    /// <inheritdoc/>
    public double LogDensity(double x)
    {
        var y = (x - Low) / (High - Low);
        return y > 0 && y < 1
            ? (A - 1) * PortableMath.Log(y) + (B - 1) * PortableMath.Log(1 - y) + SpecialFunctions.LogGamma(A + B) - SpecialFunctions.LogGamma(A)
                - SpecialFunctions.LogGamma(B) - PortableMath.Log(High - Low)
            : double.NegativeInfinity;
    }

    /// <inheritdoc/>
    public double Cdf(double x) => SpecialFunctions.Beta((x - Low) / (High - Low), A, B);

    /// <inheritdoc/>
    public double Quantile(double p) => !(p > 0) ? Low : p >= 1 ? High : Low + (High - Low) * QuantileSearch.Of(y => SpecialFunctions.Beta(y, A, B), p, 0, 1);
}
