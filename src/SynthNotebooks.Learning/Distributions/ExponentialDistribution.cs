using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Density λ·exp(−λx), x at least 0.</summary>
/// <param name="Rate">λ, above 0.</param>
public sealed record ExponentialDistribution(double Rate) : IDistribution
{
    /// <inheritdoc/>
    public string Family => "exponential";

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, double Value)> Parameters => [("rate", Rate)];

    /// <summary>Maximum likelihood: one over the mean. Null when a value is negative, or all are 0.</summary>
    public static ExponentialDistribution? Fit(WeightedSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (!(sample.Minimum >= 0)) return null;
        var mean = sample.Moments().Mean;
        return mean > 0 && double.IsFinite(mean) ? new(1 / mean) : null;
    }

    /// <inheritdoc/>
    public double LogDensity(double x) => x >= 0 ? PortableMath.Log(Rate) - Rate * x : double.NegativeInfinity;

    /// <inheritdoc/>
    public double Cdf(double x) => x > 0 ? 1 - PortableMath.Exp(-Rate * x) : 0;

    /// <inheritdoc/>
    public double Quantile(double p) => -PortableMath.Log(1 - p) / Rate;
}
