using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Finance.Credit;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.Credit;

public class CreditPortfolioTests
{
    private const double Probability = 0.03, Correlation = 0.2;

    private static CreditPortfolio Pool(int loans) => new(Enumerable.Repeat(new Loan(1.0 / loans, Probability, 1), loans), Correlation, concentration: 0);

    [Fact]
    public void Defaults_of_a_small_pool_follow_the_mixture_of_binomials()
    {
        const int loans = 40, years = 40_000;
        var losses = Pool(loans).Simulate(years, seed: 1).Ascending;
        var expected = Mixture(loans);

        var distance = 0.0; // Dvoretzky, Kiefer, Wolfowitz: P(sup > e) <= 2 exp(-2 n e^2), at 1e-7
        double sum = 0;
        for (var defaults = 0; defaults < loans; defaults++)
        {
            sum += expected[defaults];
            distance = Math.Max(distance, Math.Abs(sum - losses.Count(loss => loss * loans < defaults + 0.5) / (double)years));
        }
        Assert.InRange(distance, 0, Math.Sqrt(Math.Log(2 / 1e-7) / (2.0 * years)));
    }

    // Chance of each number of defaults: binomial given the factor, summed over a fine grid of the factor.
    private static double[] Mixture(int loans)
    {
        var chances = new double[loans + 1];
        const double step = 0.002;
        for (var factor = -9.0; factor < 9; factor += step)
        {
            var p = PortableMath.NormalCdf((PortableMath.NormalQuantile(Probability) - Math.Sqrt(Correlation) * factor) / Math.Sqrt(1 - Correlation));
            var weight = step * Math.Exp(-factor * factor / 2) / Math.Sqrt(2 * Math.PI);
            var binomial = Math.Pow(1 - p, loans);
            for (var k = 0; k <= loans; k++)
            {
                chances[k] += weight * binomial;
                binomial *= (loans - k) / (k + 1.0) * p / (1 - p);
            }
        }
        return chances;
    }

    [Fact]
    public void Value_at_risk_and_shortfall_of_a_fine_pool_are_those_of_the_closed_form()
    {
        const int years = 20_000;
        const double level = 0.99;
        var (pool, found) = (new VasicekPool(Probability, Correlation), Pool(2000).Simulate(years, seed: 2));

        NormalTolerance.AssertNear(pool.Mean, found.Mean, Math.Sqrt(Variance() / years), "mean");
        // The simulated quantile lies between the closed form's quantiles of levels that differ by a binomial deviation,
        // up to the granularity of 2000 loans: a fifth of a percent point.
        var slack = NormalTolerance.Deviations * Math.Sqrt(level * (1 - level) / years);
        Assert.InRange(found.ValueAtRisk(level), pool.ValueAtRisk(level - slack) - 0.002, pool.ValueAtRisk(level + slack) + 0.002);
        var spread = found.Ascending.Skip((int)(level * years)).ToArray();
        // Large-sample variance of the mean beyond an estimated quantile: (variance of the tail + level * (shortfall - quantile)^2) / (n (1 - level)).
        var tail = spread.Average(loss => Math.Pow(loss - spread.Average(), 2)) + level * Math.Pow(spread.Average() - pool.ValueAtRisk(level), 2);
        var deviation = Math.Sqrt(tail / (years * (1 - level)));
        NormalTolerance.AssertNear(pool.ExpectedShortfall(level), found.ExpectedShortfall(level), deviation, "expected shortfall");

        static double Variance() =>
            Learning.BivariateNormal.Cdf(PortableMath.NormalQuantile(Probability), PortableMath.NormalQuantile(Probability), Correlation) - Probability * Probability + Probability / 2000;
    }

    [Fact]
    public void The_closed_form_agrees_with_integrals_of_itself()
    {
        var pool = new VasicekPool(0.05, 0.15);
        const int parts = 200_000;

        foreach (var level in new[] { 0.5, 0.95, 0.999 })
        {
            Assert.Equal(level, pool.Cdf(pool.ValueAtRisk(level)), 10);
            double tail = 0;
            for (var i = 0; i < parts; i++) tail += pool.ValueAtRisk(level + (1 - level) * (i + 0.5) / parts) / parts;
            Assert.Equal(tail, pool.ExpectedShortfall(level), 5);
        }
        Assert.Equal(0.05, pool.ExpectedShortfall(1e-9), 6); // the mean of all years
    }

    [Fact]
    public void Every_stress_costs_more_than_none_with_the_same_luck()
    {
        Loan[] loans = [.. Enumerable.Range(0, 400).Select(i => new Loan(1000, 0.02, 0.4, i % 4 == 0 ? "construction" : "services", i % 2 == 0))];
        var portfolio = new CreditPortfolio(loans);
        var baseline = portfolio.Simulate(2000, seed: 3);

        foreach (var stress in CreditStress.All.Where(stress => stress != CreditStress.Baseline))
        {
            var stressed = portfolio.Simulate(2000, stress, seed: 3);
            Assert.True(stressed.Mean > 1.2 * baseline.Mean, $"{stress.Name}: {stressed.Mean} against {baseline.Mean}");
            Assert.True(stressed.ExpectedShortfall(0.99) > baseline.ExpectedShortfall(0.99), stress.Name);
        }
    }

    [Fact]
    public void A_stress_moves_the_default_rate_as_its_shift_says()
    {
        const int loans = 500, years = 4000;
        var portfolio = new CreditPortfolio(Enumerable.Repeat(new Loan(1.0 / loans, Probability, 1), loans), Correlation, 0);
        var found = portfolio.Simulate(years, new("test", Macro: -1.5), seed: 4).Mean;

        // With factor N(-1.5, 1) the latent value falls by 1.5 sqrt(rho) on average, its variance stays 1.
        var expected = PortableMath.NormalCdf(PortableMath.NormalQuantile(Probability) + 1.5 * Math.Sqrt(Correlation));
        var threshold = PortableMath.NormalQuantile(Probability) + 1.5 * Math.Sqrt(Correlation);
        var variance = Learning.BivariateNormal.Cdf(threshold, threshold, Correlation) - expected * expected + expected / loans;
        NormalTolerance.AssertNear(expected, found, Math.Sqrt(variance / years), "default rate");
    }

    [Fact]
    public void Losses_given_default_have_the_mean_of_their_law()
    {
        var random = new SplitRandom(5);
        const int draws = 100_000;
        foreach (var (mean, concentration) in new[] { (0.4, 4.0), (0.1, 2.0), (0.9, 30.0) })
        {
            double sum = 0, squares = 0;
            for (var i = 0; i < draws; i++)
            {
                var share = LossShare.Draw(mean, concentration, random);
                Assert.InRange(share, 0, 1);
                sum += share;
                squares += (share - mean) * (share - mean);
            }
            var variance = mean * (1 - mean) / (concentration + 1);
            NormalTolerance.AssertNear(mean, sum / draws, Math.Sqrt(variance / draws), "mean");
            NormalTolerance.AssertNear(variance, squares / draws, Math.Sqrt(variance / draws), "variance"); // squares lie in 0 to 1, so their variance is below their mean
        }
    }

    [Fact]
    public void Losses_do_not_depend_on_the_number_of_processors() =>
        Assert.Equal(Pool(50).Simulate(1000, seed: 6).Ascending, Pool(50).Simulate(1000, seed: 6).Ascending);

    [Fact]
    public void A_loan_that_is_not_legal_is_named() =>
        Assert.Contains("Loan 1: default probability is 1", Assert.Throws<ArgumentException>(() => new CreditPortfolio([new(1, 0.1, 0.4), new(1, 1, 0.4)])).Message, StringComparison.Ordinal);
}
