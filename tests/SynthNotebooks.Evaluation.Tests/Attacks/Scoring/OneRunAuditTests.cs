using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Evaluation.Tests.Attacks.Scoring;

public class OneRunAuditTests
{
    [Theory]
    [InlineData(1000, 600, 600, 1e-5, 5.27040)]
    [InlineData(1000, 100, 100, 1e-5, 3.46538)]
    [InlineData(1000, 1000, 600, 0, 0.29747)]
    [InlineData(5000, 1500, 1100, 1e-5, 0.91338)]
    [InlineData(1000, 600, 300, 1e-5, 0)]
    public void Published_vectors(int canaries, int guesses, int right, double delta, double expected) =>
        Assert.Equal(expected, OneRunAudit.LowerBound(canaries, guesses, right, delta), 6e-6);

    [Fact]
    public void Without_delta_all_right_is_solved_in_closed_form()
    {
        // (e^ε / (1 + e^ε))^r = p
        var share = Math.Pow(0.05, 1 / 50.0);

        Assert.Equal(Math.Log(share / (1 - share)), OneRunAudit.LowerBound(50, 50, 50, 0), 1e-9);
    }

    [Fact]
    public void More_right_guesses_never_lower_the_bound()
    {
        var bounds = Enumerable.Range(50, 51).Select(right => OneRunAudit.LowerBound(200, 100, right, 1e-5)).ToArray();

        Assert.Equal(bounds.Order(), bounds);
    }

    // A bound at 5 % may be wrong in 5 % of runs: 2,000 coin-flip audits, Hoeffding at 1e-6.
    [Fact]
    public void Chance_is_seldom_taken_for_a_leak()
    {
        const int Runs = 2000;
        var random = new SplitRandom(3);
        var wrong = 0;
        for (var run = 0; run < Runs; run++)
        {
            var right = 0;
            for (var guess = 0; guess < 40; guess++) right += random.NextBelow(2);
            if (OneRunAudit.LowerBound(80, 40, right, 0) > 0) wrong++;
        }

        Assert.InRange(wrong / (double)Runs, 0, 0.05 + Math.Sqrt(Math.Log(1e6) / (2 * Runs)));
    }
}
