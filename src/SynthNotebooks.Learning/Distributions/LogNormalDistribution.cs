using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The exponential of a normal variable; x above 0.</summary>
/// <param name="LogMean">Mean of ln x.</param>
/// <param name="LogDeviation">Standard deviation of ln x, above 0.</param>
public sealed record LogNormalDistribution(double LogMean, double LogDeviation) : IDistribution
{
    private NormalDistribution Log => new(LogMean, LogDeviation);

    /// <inheritdoc/>
    public string Family => "log-normal";

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, double Value)> Parameters => [("log-mean", LogMean), ("log-deviation", LogDeviation)];

    /// <summary>Maximum likelihood: the moments of the logarithms. Null when a value is not above 0, or all are equal.</summary>
    public static LogNormalDistribution? Fit(WeightedSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (!(sample.Minimum > 0)) return null;
        var normal = NormalDistribution.Fit(sample with { Values = [.. sample.Values.Select(PortableMath.Log)] });
        return normal is null ? null : new(normal.Mean, normal.Deviation);
    }

    /// <inheritdoc/>
    public double LogDensity(double x) => x > 0 ? Log.LogDensity(PortableMath.Log(x)) - PortableMath.Log(x) : double.NegativeInfinity;

    /// <inheritdoc/>
    public double Cdf(double x) => x > 0 ? Log.Cdf(PortableMath.Log(x)) : 0;

    /// <inheritdoc/>
    public double Quantile(double p) => PortableMath.Exp(Log.Quantile(p));
}
