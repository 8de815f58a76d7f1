namespace SynthNotebooks.Learning;

/// <summary>Chooses the family that explains numbers best.</summary>
public static class DistributionFit
{
    /// <summary>The families that are tried, in order.</summary>
    public static IReadOnlyList<string> Families { get; } = ["normal", "log-normal", "gamma", "beta", "weibull", "student-t", "exponential", "uniform"];

    /// <summary>Every family that fits, best first by the Bayesian information criterion; of equals the first of <see cref="Families"/>.</summary>
    /// <param name="sample">At least one value.</param>
    /// <param name="low">An end that no value can lie beyond; for families that need ends.</param>
    /// <param name="high">The other end.</param>
    /// <param name="cancellation">Looked at once a family.</param>
    /// <returns>Empty when all values are equal.</returns>
    /// <remarks>Cost: some hundred passes over the values. Source: Schwarz, Ann. Statist. 6(2), 1978, doi:10.1214/aos/1176344136.</remarks>
    public static IReadOnlyList<FittedFamily> All(WeightedSample sample, double low, double high, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var fits = new List<FittedFamily>();
        if (!(sample.Maximum > sample.Minimum)) return fits;
        foreach (var family in Families)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Fit(family, sample, low, high) is not { } distribution) continue;
            var free = family switch { "exponential" => 1, "student-t" => 3, _ => 2 };
            var likelihood = sample.Total * sample.Mean(distribution.LogDensity);
            if (double.IsFinite(likelihood)) fits.Add(new(distribution, free * Data.PortableMath.Log(sample.Total) - 2 * likelihood));
        }
        return [.. fits.OrderBy(fit => fit.Bic)];
    }

    private static IDistribution? Fit(string family, WeightedSample sample, double low, double high) => family switch
    {
        "normal" => NormalDistribution.Fit(sample),
        "log-normal" => LogNormalDistribution.Fit(sample),
        "gamma" => GammaDistribution.Fit(sample),
        "beta" => BetaDistribution.Fit(sample, low, high),
        "weibull" => WeibullDistribution.Fit(sample),
        "student-t" => StudentDistribution.Fit(sample),
        "exponential" => ExponentialDistribution.Fit(sample),
        _ => UniformDistribution.Fit(sample),
    };
}

/// <summary>A fitted distribution and how well it explains its sample.</summary>
/// <param name="Distribution">The distribution.</param>
/// <param name="Bic">Free parameters · ln n − 2 · log-likelihood; lower is better.</param>
public sealed record FittedFamily(IDistribution Distribution, double Bic);
