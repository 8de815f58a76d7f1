using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts.Tests.Sampling;

public class RebalancedSamplingTests
{
    [Theory]
    [InlineData(true, 1000)]
    [InlineData(false, 1000)]
    [InlineData(true, 20_000)]
    [InlineData(false, 20_000)]
    public void Every_class_comes_out_with_its_share(bool exact, int rows)
    {
        var sample = new Coins(exact).SampleRebalanced(rows, ClassShares.FromJson("""{"side": {"head": 0.25, "tail": 0.25, "edge": 0.5}}"""));

        Assert.Equal(rows, sample.Rows.Count);
        foreach (var (value, share) in new[] { ("head", .25), ("tail", .25), ("edge", .5) })
            Assert.InRange(Count(sample, value), share * rows - 3, share * rows + 3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Balanced_is_the_same_for_every_class_that_the_model_knows(bool exact)
    {
        var sample = new Coins(exact).SampleRebalanced(999, ClassShares.Balanced("side"));

        Assert.All(["head", "tail", "edge"], value => Assert.Equal(333, Count(sample, value)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_condition_holds_besides(bool exact)
    {
        IFittedGenerator model = new Coins(exact);
        var sample = model.SampleRebalanced(400, ClassShares.Balanced("side"), ConditionParser.Parse("side in ('head', 'edge')", model.Schema));

        Assert.Equal((200, 0, 200), (Count(sample, "head"), Count(sample, "tail"), Count(sample, "edge")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_are_the_same_at_any_number_of_threads_and_depend_on_the_seed(bool exact)
    {
        var shares = ClassShares.Balanced("side");
        string?[] Sides(int threads, ulong seed) => Texts(new Coins(exact).SampleRebalanced(30_000, shares, null, new SampleOptions { Threads = threads, Seed = seed }));

        Assert.Equal(Sides(1, 3), Sides(4, 3));
        Assert.NotEqual(Sides(1, 3), Sides(1, 4));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Classes_are_mixed_within_a_chunk(bool exact)
    {
        var sides = Texts(new Coins(exact).SampleRebalanced(3000, ClassShares.Balanced("side")));

        // A run of 40 of one class has a probability below 3000 * 3^-39.
        var run = 1;
        for (var i = 1; i < sides.Length; i++)
        {
            run = sides[i] == sides[i - 1] ? run + 1 : 1;
            Assert.True(run < 40);
        }
    }

    [Fact]
    public void A_class_that_never_comes_out_is_named() => Assert.StartsWith(
        "side = 'nose' held in 0 of",
        Assert.Throws<FitException>(() => new Coins(exact: false).SampleRebalanced(100, ClassShares.FromJson("""{"side": {"head": 1, "nose": 1}}"""), tries: 2)).Message);

    [Fact]
    public void A_column_that_is_not_there_is_refused() =>
        Assert.Contains("sid", Assert.Throws<ArgumentException>(() => new Coins(true).SampleRebalanced(10, ClassShares.Balanced("sid"))).Message, StringComparison.Ordinal);

    [Fact]
    public void No_rows_are_wanted_and_none_are_given() => Assert.Equal(0, new Coins(true).SampleRebalanced(0, ClassShares.Balanced("side")).Rows.Count);

    private static int Count(DataFrame sample, string value) => Texts(sample).Count(text => text == value);

    private static string?[] Texts(DataFrame sample) => [.. Enumerable.Range(0, (int)sample.Rows.Count).Select(row => sample["side"].GetText(row))];

    /// <summary>Coins that fall on an edge once in fifty throws.</summary>
    private sealed class Coins(bool exact) : IFittedGenerator, IConditional
    {
        private static readonly string[] Sides = ["head", "tail", "edge"];

        public TableSchema Schema { get; } = new([new ColumnSchema("side", ColumnKind.Text, ColumnRole.Category, Categories: Sides)]);

        public bool CanCondition(Condition where) => exact;

        public DataFrame SampleChunk(int rows, SplitRandom random) => Throws(rows, random, null);

        public DataFrame SampleChunk(int rows, Condition where, SplitRandom random) => Throws(rows, random, where);

        private static DataFrame Throws(int rows, SplitRandom random, Condition? where)
        {
            var thrown = Enumerable.Range(0, where is null ? rows : rows * 300).Select(_ => (string?)Sides[random.NextBelow(50) switch { 0 => 2, < 25 => 0, _ => 1 }]).ToArray();
            var frame = new DataFrame(TextColumn.Of("side", thrown));
            if (where is null) return frame;
            var meeting = frame.Filter(where);
            if (meeting.Rows.Count == 0) throw new FitException($"{where} has probability zero.");
            return meeting.Take(Enumerable.Range(0, rows).Select(i => i % (int)meeting.Rows.Count).ToArray());
        }
    }
}
