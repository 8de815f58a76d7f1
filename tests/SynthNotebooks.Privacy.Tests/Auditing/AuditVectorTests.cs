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
}
