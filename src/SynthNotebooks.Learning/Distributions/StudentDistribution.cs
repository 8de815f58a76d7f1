using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Student's t with location and scale: (x − μ)/σ has ν degrees of freedom.</summary>
/// <param name="Location">μ.</param>
/// <param name="Scale">σ, above 0.</param>
/// <param name="Degrees">ν, above 0.</param>
public sealed record StudentDistribution(double Location, double Scale, double Degrees) : IDistribution
{
    private static readonly double[] Grid = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50];

    /// <inheritdoc/>
    public string Family => "student-t";

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, double Value)> Parameters => [("location", Location), ("scale", Scale), ("degrees", Degrees)];

    /// <summary>Maximum likelihood over a grid of degrees of freedom from 1 to 50. Null when all values are equal.</summary>
    /// <remarks>
    /// Location and scale by expectation-maximisation, at most 100 steps a grid point. Source: Lange, Little, Taylor, JASA 84, 1989,
    /// doi:10.1080/01621459.1989.10478852.
    /// </remarks>
    public static StudentDistribution? Fit(WeightedSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var (mean, variance) = sample.Moments();
        if (!(variance > 0 && double.IsFinite(variance))) return null;
        StudentDistribution? best = null;
        var (location, scale, most) = (mean, Math.Sqrt(variance), double.NegativeInfinity);
        for (var g = Grid.Length - 1; g >= 0; g--)
        {
            (location, scale) = Fit(sample, Grid[g], location, scale);
            if (!(scale > 1e-6 * Math.Sqrt(variance))) break; // collapses onto one value
            var candidate = new StudentDistribution(location, scale, Grid[g]);
            var likelihood = sample.Mean(candidate.LogDensity);
            if (likelihood > most) (best, most) = (candidate, likelihood);
        }
        return best;
    }

    /// <inheritdoc/>
    public double LogDensity(double x)
    {
        var z = (x - Location) / Scale;
        return SpecialFunctions.LogGamma((Degrees + 1) / 2) - SpecialFunctions.LogGamma(Degrees / 2) - 0.5 * PortableMath.Log(Degrees * Math.PI)
            - PortableMath.Log(Scale) - (Degrees + 1) / 2 * PortableMath.Log(1 + z * z / Degrees);
    }

    /// <inheritdoc/>
    public double Cdf(double x)
    {
        var z = (x - Location) / Scale;
        if (double.IsInfinity(z)) return z > 0 ? 1 : 0;
        // The tail by its own small argument, so that it is exact far out; the middle by the other, so that it is exact at 0.
        var tail = z * z > Degrees
            ? 0.5 * SpecialFunctions.Beta(Degrees / (Degrees + z * z), Degrees / 2, 0.5)
            : 0.5 - 0.5 * SpecialFunctions.Beta(z * z / (Degrees + z * z), 0.5, Degrees / 2);
        return z > 0 ? 1 - tail : tail;
    }

    /// <inheritdoc/>
    public double Quantile(double p)
    {
        if (!(p > 0)) return double.NegativeInfinity;
        if (p >= 1) return double.PositiveInfinity;
        if (p > 0.5) return 2 * Location - Quantile(1 - p);
        var standard = this with { Location = 0, Scale = 1 };
        var low = -1.0;
        while (standard.Cdf(low) > p) low *= 2;
        return Location + Scale * QuantileSearch.Of(standard.Cdf, p, low, 0);
    }

    private static (double Location, double Scale) Fit(WeightedSample sample, double degrees, double location, double scale)
    {
        for (var step = 0; step < 100; step++)
        {
            var (m, s) = (location, scale);
            double Weight(double x) => (degrees + 1) / (degrees + (x - m) / s * ((x - m) / s));
            var total = sample.Mean(Weight);
            location = sample.Mean(x => Weight(x) * x) / total;
            var centre = location;
            scale = Math.Sqrt(sample.Mean(x => Weight(x) * (x - centre) * (x - centre)) / total);
            if (!(scale > 0) || Math.Abs(scale - s) <= 1e-9 * s && Math.Abs(location - m) <= 1e-9 * s) break;
        }
        return (location, scale);
    }
}
