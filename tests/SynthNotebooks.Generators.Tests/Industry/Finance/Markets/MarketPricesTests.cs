using SynthNotebooks.Generators.Industry.Finance.Markets;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.Markets;

public class MarketPricesTests
{
    // Independent assets without regimes and jumps: what is left is the volatility model.
    private static readonly MarketPricesOptions Plain = new(
        Assets: 4, VolatilitySpread: 0, Alpha: 0.09, Beta: 0.88, Degrees: 0, Correlation: 0, BullDrift: 0, BearDays: 0, Jumps: 0);

    private static ProcessTable Run(MarketPricesOptions options, string from = "1990-01-01", string to = "2030-01-01", ulong seed = 1) =>
        ProcessTable.Of(new MarketPricesProcess(options), from, to, seed);

    private static double[] OfAsset(ProcessTable table, string column, int asset)
    {
        var assets = table["asset"];
        return [.. table[column].Where((_, row) => assets[row] == asset)];
    }

    [Theory, InlineData(0), InlineData(6)]
    public void Maximum_likelihood_finds_the_volatility_model_again(double degrees)
    {
        var table = Run(Plain with { Degrees = degrees });
        double alphas = 0, betas = 0;
        for (var asset = 0; asset < 4; asset++)
        {
            var fit = GarchFit.Of(OfAsset(table, "log_return", asset), student: degrees > 0);
            NormalTolerance.AssertNear(0.09, fit.Model.Alpha, fit.AlphaError, "alpha");
            NormalTolerance.AssertNear(0.88, fit.Model.Beta, fit.BetaError, "beta");
            Assert.InRange(fit.AlphaError, 0.001, 0.02); // the errors are small enough to say something
            Assert.InRange(fit.BetaError, 0.001, 0.03);
            alphas += (fit.Model.Alpha - 0.09) / fit.AlphaError;
            betas += (fit.Model.Beta - 0.88) / fit.BetaError;
        }
        // Four independent fits: their mean must lie within 2.7 standard errors of one.
        NormalTolerance.AssertNear(0, alphas / 4, 0.5, "mean deviation of alpha");
        NormalTolerance.AssertNear(0, betas / 4, 0.5, "mean deviation of beta");
    }

    [Fact]
    public void Innovations_have_the_correlations_asked_for()
    {
        var table = Run(Plain with { Assets = 3, Correlations = "0.7; -0.2 0.3" });
        double[][] innovations = [.. Enumerable.Range(0, 3).Select(asset => OfAsset(table, "log_return", asset).Zip(OfAsset(table, "volatility", asset), (r, v) => r / v).ToArray())];
        var n = innovations[0].Length;

        foreach (var (a, b, expected) in new[] { (1, 0, 0.7), (2, 0, -0.2), (2, 1, 0.3) })
        {
            var found = innovations[a].Zip(innovations[b], (x, y) => x * y).Average();
            NormalTolerance.AssertNear(expected, found, Math.Sqrt((1 + expected * expected) / n), $"correlation of {a} and {b}"); // variance of a product of two normals
        }
        NormalTolerance.AssertNear(1, innovations[0].Average(x => x * x), Math.Sqrt(2.0 / n), "variance");
    }

    [Fact]
    public void Student_innovations_have_their_tails_and_come_together()
    {
        const double degrees = 5;
        var table = Run(Plain with { Assets = 2, Degrees = degrees, Correlation = 0 }, "1970-01-01", "2040-01-01");
        var (first, second) = (Standard(0), Standard(1));
        var law = new StudentDistribution(0, Math.Sqrt((degrees - 2) / degrees), degrees);

        foreach (var bound in new[] { 1.0, 2.0, 3.0 })
        {
            var expected = 2 * law.Cdf(-bound);
            NormalTolerance.AssertNear(expected, first.Count(x => Math.Abs(x) > bound) / (double)first.Length, Math.Sqrt(expected * (1 - expected) / first.Length), $"beyond {bound}");
        }
        var each = 2 * law.Cdf(-2);
        var both = first.Zip(second).Count(pair => Math.Abs(pair.First) > 2 && Math.Abs(pair.Second) > 2) / (double)first.Length;
        Assert.True(both > each * each + NormalTolerance.Deviations * Math.Sqrt(each * each / first.Length), $"both beyond 2: {both}, independent: {each * each}");

        double[] Standard(int asset) => [.. OfAsset(table, "log_return", asset).Zip(OfAsset(table, "volatility", asset), (r, v) => r / v)];
    }

    [Fact]
    public void Regimes_hold_their_share_of_days_and_change_drift_and_volatility()
    {
        var options = Plain with { Assets = 1, Alpha = 0, Beta = 0, BullDays = 20, BearDays = 5, BullDrift = 0.5, BearDrift = -1, BearVolatility = 3 };
        var table = Run(options, "1940-01-01", "2040-01-01");
        var (bear, returns) = (table["regime"], table["log_return"]);
        var n = bear.Length;

        // Variance of the share of a two-state chain: p (1 - p) (1 + l) / (1 - l) / n with l the second eigenvalue.
        double share = 5.0 / 25, eigenvalue = 1 - 1.0 / 20 - 1.0 / 5;
        NormalTolerance.AssertNear(share, bear.Average(), Math.Sqrt(share * (1 - share) * (1 + eigenvalue) / (1 - eigenvalue) / n), "share of bear days");
        foreach (var (state, drift, factor) in new[] { (0, 0.5, 1.0), (1, -1.0, 3.0) })
        {
            var days = returns.Where((_, row) => bear[row] == state).ToArray();
            var deviation = options.Volatility * factor / Math.Sqrt(252);
            NormalTolerance.AssertNear(drift / 252, days.Average(), deviation / Math.Sqrt(days.Length), "drift");
            NormalTolerance.AssertNear(1, days.Average(day => Math.Pow((day - drift / 252) / deviation, 2)), Math.Sqrt(2.0 / days.Length), "variance");
        }
    }

    [Fact]
    public void Jumps_come_at_their_rate_and_leave_the_drift_alone()
    {
        var options = Plain with { Assets = 5, Alpha = 0, Beta = 0, Jumps = 25.2, JumpMean = -0.05, JumpSpread = 0.02 };
        var table = Run(options);
        var (returns, jumps) = (table["log_return"], table["jumps"]);
        var n = (double)returns.Length;

        NormalTolerance.AssertNear(0.1, jumps.Average(), Math.Sqrt(0.1 / n), "jumps a day");
        NormalTolerance.AssertNear(0.1, jumps.Average(count => (count - 0.1) * (count - 0.1)), Math.Sqrt((0.1 + 2 * 0.01) / n), "variance of jumps a day");
        var (quiet, jump) = (0.2 * 0.2 / 252, 0.1 * (0.05 * 0.05 + 0.02 * 0.02));
        NormalTolerance.AssertNear(0, returns.Average(), Math.Sqrt((quiet + jump) / n), "mean return");
        var once = returns.Where((_, row) => jumps[row] == 1).ToArray();
        NormalTolerance.AssertNear(-0.05 + 0.005, once.Average(), Math.Sqrt((quiet + 0.02 * 0.02) / once.Length), "return of a day with one jump");
    }

    [Fact]
    public void Prices_of_a_day_are_in_order_and_follow_the_returns()
    {
        var table = Run(new MarketPricesOptions(Assets: 3), "2020-01-01", "2024-01-01");
        var (open, high, low, close, volume) = (table["open"], table["high"], table["low"], table["close"], table["volume"]);
        for (var row = 0; row < table.Count; row++)
        {
            Assert.True(low[row] <= Math.Min(open[row], close[row]) && high[row] >= Math.Max(open[row], close[row]) && low[row] > 0, $"row {row}");
            Assert.True(volume[row] >= 0 && volume[row] == Math.Floor(volume[row]));
            if (row >= 3) Assert.Equal(Math.Log(close[row] / close[row - 3]), table["log_return"][row], 12);
            if (row > 30) break;
        }
        Assert.All(Enumerable.Range(0, table.Count), row => Assert.True(low[row] <= close[row] && close[row] <= high[row]));
        Assert.Equal([0, 1, 2], table["asset"].Take(3));
    }

    [Fact]
    public void A_longer_period_begins_with_the_shorter_one()
    {
        var (shorter, longer) = (Run(new(), "2021-01-01", "2021-06-01"), Run(new(), "2021-01-01", "2022-01-01"));

        Assert.True(longer.Count > shorter.Count);
        Assert.True(longer.SameAs(shorter, shorter.Count));
        Assert.False(longer.SameAs(Run(new(), "2021-01-01", "2022-01-01", seed: 2), 1));
    }

    [Theory]
    [InlineData("names", "two words of three")]
    [InlineData("correlations", "0.5")]
    [InlineData("correlations", "0.9; 0.9 -0.9")]
    [InlineData("correlations", "0.9; 0.9 x")]
    public void Lists_that_do_not_fit_are_refused(string option, string text)
    {
        var options = new MarketPricesOptions(Assets: 3);
        options = option == "names" ? options with { Names = text } : options with { Correlations = text };

        Assert.ThrowsAny<ArgumentException>(() => new MarketPricesProcess(options));
    }

    [Fact]
    public void Weights_without_a_long_run_are_refused_by_their_values() =>
        Assert.Contains("alpha is 0.2 and beta is 0.8", Assert.Throws<ArgumentOutOfRangeException>(() => new MarketPricesProcess(new(Alpha: 0.2, Beta: 0.8))).Message, StringComparison.Ordinal);
}
