using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;
using SynthNotebooks.Generators.Statistical;

namespace SynthNotebooks.Generators.Tests.Mixtures;

public class ColumnBlocksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_ring_an_exclusive_or_and_a_gap_are_blocks_of_their_own(ulong seed) =>
        Assert.Equal([[0, 1], [2, 3, 4], [5, 6], [7]], Blocks(Planted(2000, seed)));

    [Fact]
    public void Independent_columns_are_seldom_joined()
    {
        const int tables = 200;
        const double level = 0.002, alpha = 1e-6; // one thousandth for pairs, one for triples; Hoeffding's bound
        var joined = 0;
        for (var table = 0; table < tables; table++)
        {
            var random = new SplitRandom((ulong)table);
            var columns = Enumerable.Range(0, 6).Select(i => new DoubleColumn($"x{i}", Enumerable.Range(0, 600).Select(_ => i < 3 ? random.NextNormal() : random.NextBelow(3)).ToArray()));
            if (Blocks(new DataFrame(columns)).Length < 6) joined++;
        }
        Assert.InRange((double)joined / tables, 0, level + Math.Sqrt(Math.Log(1 / alpha) / (2 * tables)));
    }

    [Fact]
    public void A_chain_of_dependent_columns_is_one_block() => Assert.Single(Blocks(PlantedTables.Sample(PlantedTables.Chain(), 5000, 4)));

    [Fact]
    public void A_column_of_one_value_makes_no_block()
    {
        var table = new DataFrame(PlantedTables.Sample(PlantedTables.Chain(), 5000, 5).Columns.Append(new Int64Column("same", Enumerable.Repeat(7L, 5000).ToArray())));

        Assert.Single(Blocks(table));
    }

    [Theory]
    [InlineData("mixture")]
    [InlineData("circuit")]
    public void Every_block_of_a_small_table_is_kept(string id)
    {
        var made = Conformance.Generators.Fit(id, Planted(2000, 6)).Sample(2000);

        double[] x = made["x"].ToNumbers(), y = made["y"].ToNumbers();
        Assert.InRange(Share(row => Math.Abs(Math.Sqrt(x[row] * x[row] + y[row] * y[row]) - 1) < 0.25), 0.95, 1);
        Assert.InRange(Share(row => made["r"].GetText(row) == (made["p"].GetText(row) == made["q"].GetText(row) ? "same" : "other")), 0.95, 1);
        Assert.InRange(Share(row => made["amount"].IsNull(row) == (made["channel"].GetText(row) == "phone")), 0.95, 1);

        double Share(Func<int, bool> holds) => Enumerable.Range(0, 2000).Count(holds) / 2000.0;
    }

    [Theory]
    [InlineData("mixture")]
    [InlineData("circuit")]
    public void Conditions_reach_across_blocks(string id)
    {
        var training = Planted(2000, 7);
        var where = ConditionParser.Parse("x > 0 and p = 'a' and q = 'b'", training.InferSchema());
        var model = Conformance.Generators.Fit(id, training);

        Assert.True(((IConditional)model).CanCondition(where));
        var made = model.SampleWhere(2000, where).Rows;
        Assert.Equal(2000, ConditionEvaluator.Rows(where, made).Length);
        Assert.InRange(Enumerable.Range(0, 2000).Count(row => made["r"].GetText(row) == "other"), 1900, 2000);
    }

    [Fact]
    public void The_density_is_the_product_of_the_blocks()
    {
        var training = Planted(2000, 8);
        var whole = ((IDensity)Conformance.Generators.Fit("mixture", training)).LogDensity(training, default);
        var parts = new[] { new[] { "x", "y" }, ["p", "q", "r"], ["channel", "amount"], ["lone"] }
            .Select(names => ((IDensity)Conformance.Generators.Fit("mixture", training.Select(names))).LogDensity(training.Select(names), default)).ToArray();

        for (var row = 0; row < whole.Length; row++) Assert.Equal(parts.Sum(part => part[row]), whole[row], 1e-4);
    }

    private static int[][] Blocks(DataFrame training)
    {
        var context = new FitContext(training.InferSchema());
        var bins = StateTable.BinsFor(TrainingTable.Marginals(training, context), (int)training.Rows.Count, 0);
        return ColumnBlocks.Of(StateTable.Of(bins, training, 1, default), (count, body) => TrainingTable.InParallel(count, context, body));
    }

    private static DataFrame Planted(int rows, ulong seed)
    {
        var random = new SplitRandom(seed);
        var (x, y, amount, lone) = (new double[rows], new double[rows], new double[rows], new double[rows]);
        var (p, q, r, channel) = (new string[rows], new string[rows], new string[rows], new string[rows]);
        for (var row = 0; row < rows; row++)
        {
            double a = random.NextNormal(), b = random.NextNormal(), radius = (1 + 0.05 * random.NextNormal()) / Math.Sqrt(a * a + b * b);
            (x[row], y[row], lone[row]) = (radius * a, radius * b, random.NextNormal());
            (p[row], q[row]) = (random.NextBelow(2) == 0 ? "a" : "b", random.NextBelow(2) == 0 ? "a" : "b");
            r[row] = p[row] == q[row] ? "same" : "other";
            channel[row] = random.NextBelow(3) switch { 0 => "phone", 1 => "web", _ => "shop" };
            amount[row] = channel[row] == "phone" ? double.NaN : random.NextBelow(40) + 0.99;
        }
        return new DataFrame(new DoubleColumn("x", x), new DoubleColumn("y", y), TextColumn.Of("p", p), TextColumn.Of("q", q), TextColumn.Of("r", r),
            TextColumn.Of("channel", channel), new DoubleColumn("amount", amount), new DoubleColumn("lone", lone));
    }
}
