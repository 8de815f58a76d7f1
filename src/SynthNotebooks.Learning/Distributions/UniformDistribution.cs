using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Constant density on a range.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, above the lower.</param>
public sealed record UniformDistribution(double Low, double High) : IDistribution
{
    /// <inheritdoc/>
    public string Family => "uniform";

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, double Value)> Parameters => [("low", Low), ("high", High)];

    /// <summary>Maximum likelihood: the range. Null when all values are equal.</summary>
    public static UniformDistribution? Fit(WeightedSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return sample.Maximum > sample.Minimum && double.IsFinite(sample.Maximum - sample.Minimum) ? new(sample.Minimum, sample.Maximum) : null;
    }

    /// <inheritdoc/>
    public double LogDensity(double x) => x >= Low && x <= High ? -PortableMath.Log(High - Low) : double.NegativeInfinity;

    /// <inheritdoc/>
    public double Cdf(double x) => Math.Clamp((x - Low) / (High - Low), 0, 1);

    /// <inheritdoc/>
    public double Quantile(double p) => Low + p * (High - Low);
}
