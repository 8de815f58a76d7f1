using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Manufacturing.Degradation;
using SynthNotebooks.Generators.Tests.Industry.Finance;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Tests.Industry.Manufacturing.Degradation;

public class DegradationTests
{
    private const double Rate = 0.01, Spread = 0.05, Threshold = 1;

    private static readonly DegradationOptions Wiener = new(DegradationPath.Wiener, Rate, Spread, Threshold, EveryHours: 0.25);

    // What inspections miss between each other raises the threshold by 0.5826 deviations of one step (Siegmund, Sequential Analysis, 1985, chapter X).
    private static readonly double Seen = Threshold + 0.5826 * Spread * Math.Sqrt(Wiener.EveryHours);

    [Fact]
    public void The_first_passage_of_a_wiener_path_is_inverse_gaussian()
    {
        var failures = Failures.Of(Wiener, years: 40);
        var ages = failures.Ages.Order().ToArray();
        var n = ages.Length;
        var (mean, shape) = (Seen / Rate, Seen * Seen / (Spread * Spread));
        Assert.InRange(n, 3000, 4000);

        NormalTolerance.AssertNear(mean, ages.Average(), Math.Sqrt(mean * mean * mean / shape / n), "mean life");
        // Wald's identity holds whatever inspections miss: wear is on average rate times age.
        NormalTolerance.AssertNear(0, failures.Wear.Zip(failures.Ages, (wear, age) => wear - Rate * age).Average(), Spread * Math.Sqrt(mean / n), "wear beyond its mean");

        // Dvoretzky, Kiefer, Wolfowitz with Massart's constant: 2 exp(-2 n d²) = 1e-7; the correction above is good to a tenth of a step.
        var distance = Enumerable.Range(0, n).Max(i => Math.Max(Cdf(ages[i]) - i / (double)n, (i + 1) / (double)n - Cdf(ages[i])));
        Assert.True(distance < Math.Sqrt(Math.Log(2e7) / (2 * n)) + 0.002, $"{distance}");

        double Cdf(double x) => PortableMath.NormalCdf(Math.Sqrt(shape / x) * (x / mean - 1)) + Math.Exp(2 * shape / mean) * PortableMath.NormalCdf(-Math.Sqrt(shape / x) * (x / mean + 1));
    }

    [Fact]
    public void The_life_of_a_part_under_gamma_wear_has_its_exact_distribution()
    {
        var options = new DegradationOptions(DegradationPath.Gamma, Rate, Spread, Threshold, EveryHours: 5);
        var ages = Failures.Of(options, years: 30).Ages;
        var (shape, scale) = (Rate * Rate / (Spread * Spread), Spread * Spread / Rate);
        Assert.True(ages.Count > 1500);

        foreach (var inspections in new[] { 5, 10, 15, 20, 25, 30, 40 }) // alive after k inspections: gamma of k steps below the threshold
        {
            var alive = new GammaDistribution(shape * 5 * inspections, scale).Cdf(Threshold);
            NormalTolerance.AssertNear(alive, ages.Count(age => age > 5 * inspections + 0.001) / (double)ages.Count, Math.Sqrt(alive * (1 - alive) / ages.Count), $"alive after {inspections} inspections");
        }
    }

    [Theory, InlineData(DegradationPath.Wiener), InlineData(DegradationPath.Gamma)]
    public void Increments_have_their_mean_and_variance(DegradationPath path)
    {
        var table = ProcessTable.Of(new DegradationProcess(new(path, Rate, Spread, Threshold: 1e9, EveryHours: 3)), "2000-01-01", "2005-01-01");
        var wear = table["wear"];
        double[] increments = [.. wear.Skip(1).Zip(wear, (after, before) => after - before)];
        var n = increments.Length;
        var (mean, variance) = (3 * Rate, 3 * Spread * Spread);
        var excess = path == DegradationPath.Gamma ? 6 * variance / (mean * mean) : 0; // of the kurtosis: 6 / shape

        NormalTolerance.AssertNear(mean, increments.Average(), Math.Sqrt(variance / n), "mean");
        NormalTolerance.AssertNear(variance, increments.Average(x => (x - mean) * (x - mean)), variance * Math.Sqrt((2 + excess) / n), "variance");
        if (path == DegradationPath.Gamma) Assert.All(increments, step => Assert.True(step >= 0));
        else Assert.Contains(increments, step => step < 0);
    }

    [Fact]
    public void Errors_of_measurement_and_renewal_leave_the_path_alone()
    {
        var plain = Failures.Of(Wiener with { EveryHours = 12 }, years: 2);
        var noisy = Failures.Of(Wiener with { EveryHours = 12, MeasurementNoise = 0.3 }, years: 2);
        var once = Failures.Of(Wiener with { EveryHours = 12, Renew = false }, years: 2);

        Assert.Equal(plain.Ages, noisy.Ages);
        Assert.NotEqual(plain.Wear, noisy.Wear);
        Assert.Equal(plain.Ages.Take(1), once.Ages);
    }

    [Fact]
    public void Without_spread_a_part_fails_on_time()
    {
        var ages = Failures.Of(new(Rate: 0.01, Spread: 0, Threshold: 1, EveryHours: 8), years: 1).Ages;

        Assert.All(ages, age => Assert.Equal(104, age)); // the first inspection after 100 hours
    }

    [Fact]
    public void An_illegal_rate_is_refused_by_its_value() =>
        Assert.Contains("-1", Assert.Throws<ArgumentOutOfRangeException>(() => new DegradationProcess(new(Rate: -1))).Message, StringComparison.Ordinal);
}
