using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Distribution function 1 − exp(−(x/λ)^k), x at least 0.</summary>
/// <param name="Shape">k, above 0.</param>
/// <param name="Scale">λ, above 0.</param>
public sealed record WeibullDistribution(double Shape, double Scale) : IDistribution
{
    /// <inheritdoc/>
    public string Family => "weibull";

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, double Value)> Parameters => [("shape", Shape), ("scale", Scale)];

    /// <summary>Maximum likelihood. Null when a value is not above 0, or all are equal.</summary>
    /// <remarks>The profile equation in the shape has one root, sought by bisection. Source: Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, 1994, chapter 21.</remarks>
    public static WeibullDistribution? Fit(WeightedSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (!(sample.Minimum > 0) || !(sample.Maximum > sample.Minimum) || !double.IsFinite(sample.Maximum)) return null;
        var largest = PortableMath.Log(sample.Maximum); // powers relative to the largest cannot overflow
        var logs = sample with { Values = [.. sample.Values.Select(x => PortableMath.Log(x) - largest)] };
        var mean = logs.Moments().Mean;
        double low = 1e-3, high = 1e4;
        for (var step = 0; step < 80; step++)
        {
            var shape = Math.Sqrt(low * high);
            var powers = logs.Mean(y => PortableMath.Exp(shape * y));
            if (logs.Mean(y => y * PortableMath.Exp(shape * y)) / powers - 1 / shape - mean < 0) low = shape;
            else high = shape;
        }
        var k = Math.Sqrt(low * high);
        return new(k, PortableMath.Exp(largest + PortableMath.Log(logs.Mean(y => PortableMath.Exp(k * y))) / k));
    }

    /// <inheritdoc/>
    public double LogDensity(double x)
    {
        if (!(x > 0)) return double.NegativeInfinity;
        var log = PortableMath.Log(x / Scale);
        return PortableMath.Log(Shape / Scale) + (Shape - 1) * log - PortableMath.Exp(Shape * log);
    }

    /// <inheritdoc/>
    public double Cdf(double x) => x > 0 ? 1 - PortableMath.Exp(-PortableMath.Exp(Shape * PortableMath.Log(x / Scale))) : 0;

    /// <inheritdoc/>
    public double Quantile(double p) => p > 0 ? Scale * PortableMath.Exp(PortableMath.Log(-PortableMath.Log(1 - p)) / Shape) : 0;
}
