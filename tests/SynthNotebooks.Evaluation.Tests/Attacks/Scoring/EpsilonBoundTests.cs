using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Evaluation.Tests.Attacks.Scoring;

public class EpsilonBoundTests
{
    [Theory]
    [InlineData(500, 4.9056)]
    [InlineData(1000, 5.6006)]
    [InlineData(5000, 7.2115)]
    public void A_perfect_attack_shows_no_more_than_its_records_allow(int records, double expected)
    {
        var bound = EpsilonBound.Of(records, records, 0, records);

        Assert.Equal(expected, bound.Value, 5e-5);
        Assert.Equal(bound.Ceiling, bound.Value);
    }

    [Fact]
    public void Errors_of_both_kinds_lower_the_bound()
    {
        var bound = EpsilonBound.Of(730, 1000, 270, 1000);

        Assert.Equal(0.85365, bound.Value, 5e-6);
        Assert.True(bound.High > bound.Value);
        Assert.Equal(5.6006, bound.Ceiling, 5e-5);
    }

    [Fact]
    public void Both_directions_count() => Assert.Equal(EpsilonBound.Of(1000, 1000, 500, 1000).Value, EpsilonBound.Of(500, 1000, 0, 1000).Value, 1e-9);

    [Theory]
    [InlineData(500, 500)]
    [InlineData(0, 1000)]
    [InlineData(1000, 1000)]
    public void Guessing_shows_nothing(int truePositives, int falsePositives) => Assert.Equal(0, EpsilonBound.Of(truePositives, 1000, falsePositives, 1000).Value);

    [Fact]
    public void Delta_lowers_the_bound() => Assert.True(EpsilonBound.Of(1000, 1000, 0, 1000, delta: 0.1).Value < EpsilonBound.Of(1000, 1000, 0, 1000).Value);

    // Exact tails of the binomial, summed term by term.
    [Theory]
    [InlineData(0, 20)]
    [InlineData(3, 20)]
    [InlineData(19, 20)]
    [InlineData(20, 20)]
    public void Clopper_Pearson_bounds_leave_alpha_in_the_tail(int successes, int trials)
    {
        double lower = ClopperPearson.Lower(successes, trials, 0.025), upper = ClopperPearson.Upper(successes, trials, 0.025);

        if (successes > 0) Assert.Equal(0.025, Tail(lower, successes, trials), 1e-9);
        else Assert.Equal(0, lower);
        if (successes < trials) Assert.Equal(0.025, 1 - Tail(upper, successes + 1, trials), 1e-9);
        else Assert.Equal(1, upper);

        static double Tail(double p, int from, int n) => Enumerable.Range(from, n - from + 1).Sum(k => Choose(n, k) * Math.Pow(p, k) * Math.Pow(1 - p, n - k));

        static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
    }

    [Fact]
    public void Counts_beyond_the_trials_are_rejected_by_name() =>
        Assert.Equal("successes", Assert.Throws<ArgumentOutOfRangeException>(() => EpsilonBound.Of(11, 10, 0, 10)).ParamName);
}
