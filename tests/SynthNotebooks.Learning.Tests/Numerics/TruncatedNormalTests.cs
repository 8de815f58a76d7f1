using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Numerics;

public class TruncatedNormalTests
{
    private const double Alpha = 1e-6;

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0.5, 0.50001)]
    [InlineData(3, 5)]
    [InlineData(12, 13)]
    [InlineData(-30, -29.5)]
    [InlineData(40, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, -3)]
    public void Mass_and_moments_of_an_interval_are_those_of_numeric_integration(double low, double high)
    {
        // Simpson's rule over where the density is not negligible, the largest density taken out.
        double from = Math.Max(low, high < 0 ? high - 12 : -12), to = Math.Min(high, low > 0 ? low + 12 : 12);
        var peak = from > 0 ? from : to < 0 ? to : 0;
        const int steps = 400_000;
        double mass = 0, first = 0, second = 0;
        for (var i = 0; i <= steps; i++)
        {
            var x = from + (to - from) * i / steps;
            var part = (i is 0 or steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp((peak * peak - x * x) / 2);
            mass += part;
            first += part * (x - peak);
            second += part * (x - peak) * (x - peak);
        }
        var logMass = Math.Log(mass * (to - from) / steps / 3) - peak * peak / 2 - Math.Log(2 * Math.PI) / 2;
        var (mean, variance) = NormalInterval.Moments(low, high, NormalInterval.LogMass(low, high));

        Assert.Equal(logMass, NormalInterval.LogMass(low, high), 1e-6);
        Assert.Equal(peak + first / mass, mean, 1e-6);
        Assert.Equal(second / mass - first / mass * (first / mass), variance, 1e-5);
    }

    [Fact]
    public void Draws_of_an_interval_are_monotone_and_inside()
    {
        foreach (var (low, high) in new[] { (-1.0, 2.0), (3, 3.5), (38, 39), (-60, -45), (double.NegativeInfinity, -9), (5, double.PositiveInfinity) })
        {
            var before = low;
            for (var u = 0.005; u < 1; u += 0.01)
            {
                var x = NormalInterval.Draw(low, high, u);
                Assert.InRange(x, before, high);
                before = x;
            }
        }
    }

    [Theory]
    [InlineData(2, 0.9, 1.0, 0.1)]
    [InlineData(2, -0.9, 2.0, 0.1)]
    [InlineData(3, 0.6, 0.5, 0.3)]
    [InlineData(6, 0.4, -0.5, 0.3)]
    public void Draws_are_distributed_as_those_that_rejection_leaves(int n, double rho, double low, double acceptance)
    {
        var covariance = Equicorrelated(n, rho);
        double[] lows = [.. Enumerable.Range(0, n).Select(i => i % 2 == 1 && rho < 0 ? -0.5 : low - 0.2 * i)], highs = [.. Enumerable.Range(0, n).Select(i => i == 1 ? low + 1.5 : double.PositiveInfinity)];
        var truncated = new TruncatedNormal(covariance, lows, highs);
        var random = new SplitRandom(1);
        var exact = new List<double[]>();
        var tries = 0;
        for (; exact.Count < 20_000; tries++)
        {
            var x = new double[n];
            if (!truncated.TryDraw(random, x)) continue;
            for (var i = 0; i < n; i++) Assert.InRange(x[i], lows[i], highs[i]);
            exact.Add(x);
        }
        Assert.True(Cholesky.TryFactor(covariance, out var factor));
        var kept = new List<double[]>();
        var free = 0;
        for (; kept.Count < 10_000 && free < 6_000_000; free++)
        {
            var (z, x) = (new double[n], new double[n]);
            var inside = true;
            for (var i = 0; i < n && inside; i++)
            {
                z[i] = random.NextNormal();
                for (var j = 0; j <= i; j++) x[i] += factor[i, j] * z[j];
                inside = x[i] >= lows[i] && x[i] <= highs[i];
            }
            if (inside) kept.Add(x);
        }

        Assert.True((double)exact.Count / tries > acceptance, $"acceptance {(double)exact.Count / tries:F3}");
        Assert.True((double)kept.Count / free <= Math.Exp(truncated.LogBound) * (1 + 5 / Math.Sqrt(kept.Count)));
        for (var i = 0; i < n; i++)
            AssertSame([.. exact.Select(x => x[i])], [.. kept.Select(x => x[i])], n);
        AssertSame([.. exact.Select(x => x.Sum())], [.. kept.Select(x => x.Sum())], n);
        AssertSame([.. exact.Select(x => x[0] - x[^1])], [.. kept.Select(x => x[0] - x[^1])], n);
    }

    [Fact]
    public void Acceptance_does_not_fall_with_the_probability_of_the_box()
    {
        foreach (var far in new[] { 2.0, 5, 9 })
        {
            var truncated = new TruncatedNormal(Equicorrelated(4, 0.5), [far, far, far, far], [.. Enumerable.Repeat(double.PositiveInfinity, 4)]);
            var random = new SplitRandom(2);
            var x = new double[4];
            var accepted = Enumerable.Range(0, 5000).Count(_ => truncated.TryDraw(random, x));
            Assert.True(accepted > 1500, $"{accepted} of 5000 beyond {far}"); // crude sampling: 1 in 200 to less than 1 in 10^40
        }
    }

    [Fact]
    public void Probability_from_the_acceptance_is_that_of_the_bivariate_normal()
    {
        var truncated = new TruncatedNormal(Equicorrelated(2, 0.7), [1, 1.5], [double.PositiveInfinity, double.PositiveInfinity]);
        var random = new SplitRandom(3);
        var x = new double[2];
        const int tries = 100_000;
        var accepted = Enumerable.Range(0, tries).Count(_ => truncated.TryDraw(random, x));

        var expected = BivariateNormal.Cdf(-1, -1.5, 0.7);
        var bound = Math.Exp(truncated.LogBound);
        Assert.InRange((double)accepted / tries, expected / bound - 5.5 * 0.5 / Math.Sqrt(tries), expected / bound + 5.5 * 0.5 / Math.Sqrt(tries)); // binomial, above 5 standard errors
    }

    // Kolmogorov and Smirnov's test of two samples, failing with less than Alpha over all tests of a case.
    private static void AssertSame(double[] a, double[] b, int n)
    {
        Array.Sort(a);
        Array.Sort(b);
        var (distance, j) = (0.0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            while (j < b.Length && b[j] <= a[i]) j++;
            distance = Math.Max(distance, Math.Abs((i + 1.0) / a.Length - (double)j / b.Length));
        }
        var limit = Math.Sqrt(Math.Log(2 * (n + 2) / Alpha) / 2) * (1 / Math.Sqrt(a.Length) + 1 / Math.Sqrt(b.Length));
        Assert.True(distance <= limit, $"distance {distance} of {a.Length} and {b.Length} draws, limit {limit}");
    }

    private static double[,] Equicorrelated(int n, double rho)
    {
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) matrix[i, j] = i == j ? 1 : rho;
        return matrix;
    }
}
