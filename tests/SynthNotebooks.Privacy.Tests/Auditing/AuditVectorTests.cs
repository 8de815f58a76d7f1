namespace SynthNotebooks.Privacy.Tests;

public class AuditVectorTests
{
    [Theory]
    [InlineData(500, 4.9056)]
    [InlineData(1000, 5.6006)]
    [InlineData(5000, 7.2115)]
    public void A_perfect_attack_proves_no_more_than_the_ceiling(int runs, double epsilon) => Assert.Equal(epsilon, EpsilonLowerBound.Ceiling(runs), 1e-4);

    [Fact]
    public void Hits_and_misses_bound_epsilon()
    {
        Assert.Equal(0.85365, EpsilonLowerBound.Of(730, 1000, 270, 1000), 1e-5);
        Assert.Equal(0, EpsilonLowerBound.Of(500, 1000, 500, 1000));
        Assert.Equal(EpsilonLowerBound.Of(900, 1000, 600, 1000), EpsilonLowerBound.Of(400, 1000, 100, 1000), 12); // the same attack seen from the other side
        Assert.True(EpsilonLowerBound.Of(730, 1000, 270, 1000, delta: 0.1) < 0.85365);
    }

    [Theory]
    [InlineData(1000, 600, 600, 1e-5, 5.27040)]
    [InlineData(1000, 100, 100, 1e-5, 3.46538)]
    [InlineData(1000, 1000, 600, 0, 0.29747)]
    [InlineData(5000, 1500, 1100, 1e-5, 0.91338)]
    [InlineData(1000, 1000, 500, 0, 0)]
    [InlineData(1000, 0, 0, 0, 0)]
    public void One_run_bounds_epsilon(int canaries, int guesses, int correct, double delta, double epsilon) =>
        Assert.Equal(epsilon, OneRunAudit.Epsilon(canaries, guesses, correct, delta), 1e-5);

    [Theory]
    [InlineData(10, 3, 0.05)]
    [InlineData(40, 40, 0.3)]
    [InlineData(200, 117, 0.5)]
    public void Clopper_pearson_limits_meet_the_tails_that_define_them(int trials, int successes, double alpha)
    {
        var (low, high) = (Binomial.LowerLimit(successes, trials, alpha), Binomial.UpperLimit(successes, trials, alpha));

        Assert.Equal(alpha, Enumerable.Range(successes, trials - successes + 1).Sum(k => Exact(trials, k, low)), 1e-9);
        if (successes < trials) Assert.Equal(alpha, Enumerable.Range(0, successes + 1).Sum(k => Exact(trials, k, high)), 1e-9);
        else Assert.Equal(1, high);

        static double Exact(int n, int k, double p)
        {
            var choose = 1.0;
            for (var i = 0; i < k; i++) choose = choose * (n - i) / (i + 1);
            return choose * Math.Pow(p, k) * Math.Pow(1 - p, n - k);
        }
    }

    [Fact]
    public void A_one_run_audit_of_randomised_response_stays_below_its_claim()
    {
        var mechanism = new RandomisedResponse(1, new CryptographicBits());
        var coins = new CryptographicBits();
        var right = 0;
        for (var i = 0; i < 5000; i++)
        {
            var present = coins.NextBit();
            if (mechanism.Report(present) == present) right++;
        }

        Assert.InRange(OneRunAudit.Epsilon(5000, 5000, right, error: 1e-7), 0.6, 1); // below 1 with probability 1 - 1e-7; 0.6 is eight deviations away
    }

    [Theory]
    [InlineData(0.5, 0.25)]
    [InlineData(0.9, 0.2)]
    [InlineData(0.3, 0.05)]
    public void Rho_is_the_greatest_divergence_of_two_coins_over_its_order(double p, double q)
    {
        var best = 0.0;
        for (var order = 1.002; order < 130; order *= 1.002) best = Math.Max(best, Math.Max(Divergence(p, q, order), Divergence(q, p, order)) / order);

        var bound = RhoLowerBound.Of(new RateLimits(p, q));

        Assert.InRange(bound, 0.9 * best, best * (1 + 1e-2)); // its grid of orders is coarse, and never above the supremum; the search here starts a little above order 1

        static double Divergence(double p, double q, double order) => Math.Log(Math.Pow(p, order) * Math.Pow(q, 1 - order) + Math.Pow(1 - p, order) * Math.Pow(1 - q, 1 - order)) / (order - 1);
    }

    [Fact]
    public void Rates_that_do_not_stand_apart_prove_no_rho()
    {
        Assert.Equal(0, RhoLowerBound.Of(500, 1000, 500, 1000));
        Assert.Equal(0, RhoLowerBound.Of(400, 1000, 600, 1000));
        Assert.True(RhoLowerBound.Of(1000, 1000, 0, 1000) is > 3 and < 100);
        Assert.True(RhoLowerBound.Of(700, 1000, 300, 1000, 0.999) < RhoLowerBound.Of(700, 1000, 300, 1000));
    }

    [Fact]
    public void An_audit_of_gaussian_noise_proves_most_of_its_rho_and_never_more()
    {
        var result = TwoDatasetAudit.Run(MechanismCatalog.Trial("discrete-gaussian", 1, new CryptographicBits()), new(20_000, 1 - 1e-8, 1e-5));

        Assert.Equal(0.5, result.ClaimedRho, 1e-9);
        Assert.InRange(result.ProvenRho, 0.2, 0.5); // a single threshold sees at most 2/π of it or little more; limits at 1e-8 take a fifth
        Assert.True(result.LowerBound > 0.6 * result.Claimed, result.ToString());
    }

    [Fact]
    public void One_run_of_many_canaries_bounds_epsilon_and_catches_half_the_noise()
    {
        var right = OneRunJudgement.Run(MechanismCatalog.Trial("discrete-laplace", 1, new CryptographicBits()), 20_000, 0, 1 - 1e-8);
        Assert.InRange(right.LowerBound, 0.5, 1);

        var wrong = OneRunJudgement.Run(Mutants.TwiceTooLittle(new CryptographicBits()), 20_000, 0, 1 - 1e-8);
        Assert.True(wrong.Refuted, wrong.ToString());
        Assert.Throws<ArgumentException>(() => OneRunJudgement.Of(new double[30], new bool[29], 1, 0));
        Assert.Throws<ArgumentException>(() => OneRunJudgement.Of(new double[19], new bool[19], 1, 0));
    }
}
