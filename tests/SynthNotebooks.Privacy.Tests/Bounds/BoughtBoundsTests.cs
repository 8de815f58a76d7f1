using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Tests;

public class BoughtBoundsTests
{
    private static readonly CryptographicBits Bits = new();

    [Fact]
    public void Quantiles_come_near_the_true_ones_and_are_charged()
    {
        var random = new SplitRandom(3);
        double[] values = [.. Enumerable.Range(0, 20_000).Select(_ => 50 + 10 * random.NextNormal()), double.NaN];
        var budget = new AllottedBudget(1, 0);

        var found = PrivateQuantiles.Release("age", values, [new(9, 10), new(1, 2), new(1, 10)], new PublicGrid(0, 128, -6), 1, budget, Bits);

        // The rank error exceeds 2·3·Δ′·ln(points·3/1e-6)/ε with probability below 1e-6: under 1.2 % of the records here, or 0.02 to 0.07 deviations of the quantile.
        Assert.Equal(62.8155, found[0], 2.0);
        Assert.Equal(50, found[1], 1.0);
        Assert.Equal(37.1845, found[2], 2.0);
        Assert.Equal("quantiles of 'age'", Assert.Single(budget.Parts).Purpose);
    }

    [Fact]
    public void A_quantile_of_few_points_has_the_exponential_mechanism_s_distribution()
    {
        double[] values = [1, 2, 2, 5];
        var grid = new PublicGrid(0, 6, 0);
        double[] weights = [.. Enumerable.Range(0, 7).Select(c => Math.Exp(-Math.Abs(values.Count(v => v < c) - values.Count(v => v > c)) / 2.0))]; // ε = 1, a/b = 1/2, Δ = 1
        var counts = new int[7];
        const int draws = 40_000;

        for (var i = 0; i < draws; i++) counts[(int)PrivateQuantiles.Release("x", values, [new(1, 2)], grid, 1, new AllottedBudget(1, 0), Bits)[0]]++;

        var slack = Math.Sqrt(Math.Log(14 / 1e-6) / (2 * draws)); // Hoeffding over seven cells
        for (var c = 0; c < 7; c++) Assert.Equal(weights[c] / weights.Sum(), (double)counts[c] / draws, slack);
    }

    [Fact]
    public void An_audit_does_not_refute_a_quantile_with_an_extreme_newcomer()
    {
        var trial = new MechanismTrial(PrivacyClaim.Pure(1, new AddRemove()), () => Run([3, 4, 1e300]), () => Run([3, 4]));

        Assert.False(TwoDatasetAudit.Run(trial, new(5000, 1 - 1e-7)).Refuted);

        static long Run(double[] values) => (long)PrivateQuantiles.Release("x", values, [new(9, 10)], new PublicGrid(0, 63, 0), 1, new AllottedBudget(1, 0), Bits)[0];
    }

    [Fact]
    public void A_range_covers_the_bulk_in_powers_of_two()
    {
        double[] values = [.. Enumerable.Range(0, 5000).Select(i => i % 100 - 20.0), 1e200, double.NaN];

        Assert.Equal((-32, 128), PrivateRange.Release("x", values, 1, new AllottedBudget(1, 0), Bits)); // -20 .. 79; one record beyond does not show
        Assert.Equal((0, Math.ScaleB(1, -32)), PrivateRange.Release("zero", new double[1000], 1, new AllottedBudget(1, 0), Bits));
    }

    [Fact]
    public void Too_few_records_for_a_range_name_the_column_and_both_ways_out()
    {
        var budget = new AllottedBudget(1, 0);
        var refusal = Assert.Throws<PrivateBoundsException>(() => PrivateRange.Release("income", [1, 2, 3], new(1, 10), budget, Bits));

        Assert.Contains("'income'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Declare", refusal.Message, StringComparison.Ordinal);
        Assert.Single(budget.Parts); // the data were read: no refund
    }

    [Fact]
    public void Categories_show_when_common_and_hide_when_one_person_s()
    {
        string?[] values = [.. Enumerable.Repeat("common", 500), .. Enumerable.Repeat("also", 300), "mine alone", null];

        var found = PartitionSelection.Release("job", values, 1, 1e-9, new AllottedBudget(1, 1e-9), Bits);

        Assert.Equal(["also", "common"], found.Select(category => category.Category)); // another result has probability below 1e-8
        Assert.Equal(500, found[1].Count, 40.0);
    }

    [Theory]
    [InlineData(1, 1e-6)]
    [InlineData(0.1, 1e-9)]
    [InlineData(3, 0.01)]
    public void The_threshold_is_the_smallest_that_hides_a_single_record(double epsilon, double delta)
    {
        var threshold = PartitionSelection.Threshold(epsilon, delta);
        double Passes(long least) => Enumerable.Range(0, 20_000).Sum(k => DiscreteLaplaceSamplerTests.Mass(least - 1 + k, 1 / epsilon)); // count 1 plus noise

        Assert.True(Passes(threshold) <= delta);
        Assert.True(Passes(threshold - 1) > delta);
    }

    [Fact]
    public void An_audit_with_a_novel_category_does_not_refute_partition_selection()
    {
        const double delta = 0.02; // large, so that leaks of its size would show
        var trial = new MechanismTrial(PrivacyClaim.Approximate(1, delta, new AddRemove()), () => Run("new"), () => Run(null));

        Assert.False(TwoDatasetAudit.Run(trial, new(5000, 1 - 1e-7, delta)).Refuted);

        static long Run(string? extra)
        {
            try
            {
                var found = PartitionSelection.Release("c", [.. Enumerable.Repeat("old", 6), extra], 1, delta, new AllottedBudget(1, delta), Bits);
                return found.Any(category => category.Category == "new") ? 2 : 1;
            }
            catch (PrivateBoundsException)
            {
                return 0;
            }
        }
    }

    [Fact]
    public void Nothing_is_read_when_the_budget_refuses()
    {
        Assert.Throws<BudgetException>(() => PrivateQuantiles.Release("x", [1], [new(1, 2)], new PublicGrid(0, 1, -2), 2, new AllottedBudget(1, 0), Bits));
        Assert.Throws<BudgetException>(() => PrivateRange.Release("x", [1], 2, new AllottedBudget(1, 0), Bits));
        Assert.Throws<BudgetException>(() => PartitionSelection.Release("x", Untouchable(), 2, 1e-6, new AllottedBudget(1, 1e-6), Bits));

        static IEnumerable<string?> Untouchable()
        {
            Assert.Fail("the values were read");
            yield break;
        }
    }

    [Fact]
    public void Illegal_requests_name_the_column()
    {
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => PrivateQuantiles.Release("x", [1], [1], new PublicGrid(0, 1, -2), 1, new AllottedBudget(1, 0), Bits)).Message, StringComparison.Ordinal);
        Assert.Contains("points", Assert.Throws<ArgumentException>(() => PrivateQuantiles.Release("x", [1], [new(1, 2)], new PublicGrid(0, 1, -21), 1, new AllottedBudget(1, 0), Bits)).Message, StringComparison.Ordinal);
    }
}
