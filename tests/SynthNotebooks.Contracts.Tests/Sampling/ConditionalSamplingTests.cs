using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts.Tests.Sampling;

public class ConditionalSamplingTests
{
    private static readonly Condition Large = new Condition.Comparison("n", ComparisonOperator.GreaterOrEqual, 90L);

    [Fact]
    public void Rejection_keeps_the_meeting_rows_of_the_whole_sample_in_order()
    {
        IFittedGenerator model = new Dice(exact: false);
        var sample = model.SampleWhere(500, Large, new SampleOptions { Seed = 7 });

        var whole = model.Sample((int)sample.Candidates!, new SampleOptions { Seed = 7 }).Filter(Large);
        Assert.Equal(whole["n"].ToNumbers(), sample.Rows["n"].ToNumbers());
        Assert.Equal(500, sample.Rows.Rows.Count);
    }

    [Fact]
    public void Rows_do_not_depend_on_the_number_of_threads() => Assert.Equal(
        new Dice(exact: false).SampleWhere(3000, Large, new SampleOptions { Threads = 1 }).Rows["n"].ToNumbers(),
        new Dice(exact: false).SampleWhere(3000, Large, new SampleOptions { Threads = 4 }).Rows["n"].ToNumbers());

    [Fact]
    public void A_model_that_conditions_exactly_is_not_rejected()
    {
        var sample = new Dice(exact: true).SampleWhere(100, Large);

        Assert.Null(sample.Candidates);
        Assert.All(sample.Rows["n"].ToNumbers(), number => Assert.True(number >= 90));
        Assert.Equal(DataOrigin.Synthetic, sample.Rows.Origin);
    }

    [Fact]
    public void A_spent_budget_tells_the_observed_share() => Assert.Matches(
        "^n > 98 held in [0-9]+ of 10000 sampled rows [(][01][.][0-9]+ %[)], so 10000 rows could not be found within the budget[.]",
        Assert.Throws<FitException>(() => new Dice(exact: false).SampleWhere(10_000, new Condition.Comparison("n", ComparisonOperator.Greater, 98L), tries: 1)).Message);

    [Fact]
    public void No_rows_are_wanted_and_none_are_given() => Assert.Equal(0, new Dice(exact: false).SampleWhere(0, Large).Rows.Rows.Count);

    /// <summary>Whole numbers 0 to 99, each as likely.</summary>
    private sealed class Dice(bool exact) : IFittedGenerator, IConditional
    {
        public TableSchema Schema { get; } = new([new ColumnSchema("n", ColumnKind.Integer, ColumnRole.Continuous)]);

        public DataFrame SampleChunk(int rows, SplitRandom random) => Numbers(rows, random, 0);

        public bool CanCondition(Condition where) => exact;

        public DataFrame SampleChunk(int rows, Condition where, SplitRandom random) => Numbers(rows, random, 90);

        private static DataFrame Numbers(int rows, SplitRandom random, int from) =>
            new(new Int64Column("n", Enumerable.Range(0, rows).Select(_ => (long)(from + random.NextBelow(100 - from))).ToArray()));
    }
}
