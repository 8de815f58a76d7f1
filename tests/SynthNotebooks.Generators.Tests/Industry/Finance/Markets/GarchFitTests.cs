using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Finance.Markets;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.Markets;

public class GarchFitTests
{
    private static double[] Returns(int days, Garch garch, ulong seed)
    {
        var random = new SplitRandom(seed);
        var (variance, returns) = (garch.Variance, new double[days]);
        for (var i = 0; i < days; i++)
        {
            returns[i] = Math.Sqrt(variance) * random.NextNormal();
            variance = garch.Omega + garch.Alpha * returns[i] * returns[i] + garch.Beta * variance;
        }
        return returns;
    }

    [Fact]
    public void Its_likelihood_is_the_sum_of_the_days_densities_and_no_neighbour_is_likelier()
    {
        var returns = Returns(1500, new(1e-6, 0.1, 0.85), seed: 5);
        var fit = GarchFit.Of(returns);
        var best = LogLikelihood(fit.Model.Omega, fit.Model.Alpha, fit.Model.Beta);

        Assert.Equal(best, fit.LogLikelihood, 6);
        foreach (var (omega, alpha, beta) in new[] { (1.02, 1, 1), (0.98, 1, 1), (1, 1.02, 1), (1, 0.98, 1), (1, 1, 1.005), (1, 1, 0.995), (1.02, 0.99, 1.001), (1, 0.98, 1.002) })
            Assert.True(LogLikelihood(fit.Model.Omega * omega, fit.Model.Alpha * alpha, fit.Model.Beta * beta) < best, $"{omega} {alpha} {beta}");

        double LogLikelihood(double omega, double alpha, double beta)
        {
            var mean = returns.Average();
            var variance = returns.Average(r => (r - mean) * (r - mean));
            var sum = 0.0;
            foreach (var r in returns)
            {
                sum += -0.5 * (Math.Log(2 * Math.PI) + Math.Log(variance) + (r - mean) * (r - mean) / variance);
                variance = omega + alpha * (r - mean) * (r - mean) + beta * variance;
            }
            return sum;
        }
    }

    [Fact]
    public void Its_standard_errors_are_the_spread_of_fits_over_many_series()
    {
        const int series = 40;
        var fits = Enumerable.Range(0, series).Select(i => GarchFit.Of(Returns(1500, new(2e-6, 0.1, 0.8), 100 + (ulong)i))).ToArray();
        var mean = fits.Average(fit => fit.Model.Alpha);
        var spread = Math.Sqrt(fits.Sum(fit => Math.Pow(fit.Model.Alpha - mean, 2)) / (series - 1));

        // The spread of 40 values is known to 1 / sqrt(2 * 39) = 11 %; a fifth is allowed on top for what the curvature does not see in short series.
        var slack = NormalTolerance.Deviations / Math.Sqrt(2.0 * (series - 1)) + 0.2;
        Assert.InRange(spread / fits.Average(fit => fit.AlphaError), 1 - slack, 1 + slack);
    }

    [Fact]
    public void Too_few_or_constant_returns_are_refused()
    {
        Assert.Contains("99 returns", Assert.Throws<ArgumentException>(() => GarchFit.Of(new double[99])).Message, StringComparison.Ordinal);
        Assert.Contains("equal", Assert.Throws<ArgumentException>(() => GarchFit.Of(new double[200])).Message, StringComparison.Ordinal);
        Assert.Contains("Return 3 is NaN", Assert.Throws<ArgumentException>(() => GarchFit.Of([.. Enumerable.Range(0, 200).Select(i => i == 3 ? double.NaN : i)])).Message, StringComparison.Ordinal);
    }
}
