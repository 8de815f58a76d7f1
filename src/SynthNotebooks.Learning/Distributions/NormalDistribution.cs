using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>N(μ, σ²). Density exp(−(x − μ)²/2σ²)/(σ√2π).</summary>
/// <param name="Mean">μ.</param>
/// <param name="Deviation">σ, above 0.</param>
public sealed record NormalDistribution(double Mean, double Deviation) : IDistribution
{
    /// <inheritdoc/>
    public string Family => "normal";

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, double Value)> Parameters => [("mean", Mean), ("deviation", Deviation)];

    /// <summary>Maximum likelihood: the moments. Null when all values are equal.</summary>
    public static NormalDistribution? Fit(WeightedSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var (mean, variance) = sample.Moments();
        return variance > 0 && double.IsFinite(variance) ? new(mean, Math.Sqrt(variance)) : null;
    }

    /// <inheritdoc/>
    public double LogDensity(double x) => -0.5 * ((x - Mean) / Deviation * ((x - Mean) / Deviation)) - PortableMath.Log(Deviation) - 0.91893853320467274178;

    /// <inheritdoc/>
    public double Cdf(double x) => PortableMath.NormalCdf((x - Mean) / Deviation);

    /// <inheritdoc/>
    public double Quantile(double p) => Mean + Deviation * PortableMath.NormalQuantile(p);
}
