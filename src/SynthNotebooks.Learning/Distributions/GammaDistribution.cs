using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Density x^(k−1)·exp(−x/θ)/(Γ(k)·θ^k), x above 0.</summary>
/// <param name="Shape">k, above 0.</param>
/// <param name="Scale">θ, above 0.</param>
public sealed record GammaDistribution(double Shape, double Scale) : IDistribution
{
    /// <inheritdoc/>
    public string Family => "gamma";

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, double Value)> Parameters => [("shape", Shape), ("scale", Scale)];

    /// <summary>Maximum likelihood. Null when a value is not above 0, or all are equal.</summary>
    /// <remarks>Generalised Newton on the shape, some 5 steps. Source: Minka, Estimating a gamma distribution, 2002.</remarks>
    public static GammaDistribution? Fit(WeightedSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (!(sample.Minimum > 0)) return null;
        var mean = sample.Moments().Mean;
        var gap = PortableMath.Log(mean) - sample.Mean(PortableMath.Log); // above 0 by Jensen
        if (!(gap > 1e-9 && double.IsFinite(gap))) return null;
        var shape = (3 - gap + Math.Sqrt((gap - 3) * (gap - 3) + 24 * gap)) / (12 * gap);
        for (var step = 0; step < 50; step++)
        {
            var slope = -gap + PortableMath.Log(shape) - SpecialFunctions.Digamma(shape);
            var next = 1 / (1 / shape + slope / (shape * shape * (1 / shape - SpecialFunctions.Trigamma(shape))));
            if (!(next > 0)) next = shape / 2;
            if (Math.Abs(next - shape) <= 1e-12 * shape) break;
            shape = next;
        }
        return new(shape, mean / shape);
    }

    /// <inheritdoc/>
    public double LogDensity(double x) => x > 0
        ? (Shape - 1) * PortableMath.Log(x) - x / Scale - SpecialFunctions.LogGamma(Shape) - Shape * PortableMath.Log(Scale)
        : double.NegativeInfinity;

    /// <inheritdoc/>
    public double Cdf(double x) => SpecialFunctions.LowerGamma(Shape, x / Scale);

    /// <inheritdoc/>
    public double Quantile(double p)
    {
        if (!(p > 0)) return 0;
        if (p >= 1) return double.PositiveInfinity;
        var high = Shape + 10;
        while (SpecialFunctions.LowerGamma(Shape, high) < p) high *= 2;
        return Scale * QuantileSearch.Of(x => SpecialFunctions.LowerGamma(Shape, x), p, 0, high);
    }
}
