using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Tests.Conformance;

namespace SynthNotebooks.Selection.Tests.Ensembles;

public class EnsembleTests
{
    private static readonly DataFrame Training = MixedTable.Of(800, seed: 2);

    [Fact]
    public void Picks_find_the_mixture_that_scores_best()
    {
        // Members are coins of 0, 0.4 and 1; the score wants 0.7, which 3 picks of the second to 3 of the third reach.
        DataFrame[] samples = [Coin(0), Coin(400), Coin(1000)];
        var selection = new MemberSelection(samples, table => -Math.Abs(table["x"].ToNumbers().Average() - 0.7));

        var counts = selection.Choose(10, default);

        Assert.Equal(0, counts[0]);
        Assert.Equal(0.7, (counts[1] * 0.4 + counts[2]) / counts.Sum(), 2);
    }

    [Fact]
    public void A_member_that_adds_nothing_has_no_weight()
    {
        DataFrame[] samples = [Coin(700), Coin(700)];

        Assert.Equal([1, 0], new MemberSelection(samples, table => -Math.Abs(table["x"].ToNumbers().Average() - 0.7)).Choose(5, default));
    }

    [Fact]
    public void Rows_come_from_the_members_by_weight()
    {
        const int rows = 20_000;
        const double alpha = 1e-6; // Hoeffding: a correct model fails with less than this probability
        var model = EnsembleModel.Of([new Constant(1), new Constant(2), new Constant(3)], [0.2, 0.5, 0.3], new("ensemble", new Dictionary<string, string>(), 0));

        var made = ((IFittedGenerator)model).Sample(rows)["x"].ToNumbers();

        var slack = Math.Sqrt(Math.Log(2 * 3 / alpha) / (2 * rows));
        foreach (var (value, weight) in new[] { (1.0, 0.2), (2.0, 0.5), (3.0, 0.3) }) Assert.InRange(made.Count(x => x == value) / (double)rows, weight - slack, weight + slack);
        Assert.True(made.Take(100).Distinct().Count() > 1); // members take turns within a chunk
    }

    [Fact]
    public void The_density_is_the_weighted_sum_of_the_members()
    {
        var context = new FitContext(Training.InferSchema());
        IFittedGenerator[] members = [Candidates.Create("mixture", new Dictionary<string, string>()).Fit(Training, context), Candidates.Create("circuit", new Dictionary<string, string> { ["states"] = "4", ["rounds"] = "3" }).Fit(Training, context)];
        var model = (IDensity)EnsembleModel.Of(members, [0.25, 0.75], new("ensemble", new Dictionary<string, string>(), 0));
        double[] a = ((IDensity)members[0]).LogDensity(Training, default), b = ((IDensity)members[1]).LogDensity(Training, default), mixed = model.LogDensity(Training, default);

        for (var row = 0; row < mixed.Length; row++)
            if (double.IsFinite(a[row])) Assert.Equal(a[row] + Math.Log(0.25 + 0.75 * Math.Exp(b[row] - a[row])), mixed[row], 9);
    }

    [Fact]
    public void Fitted_weights_sum_to_one_and_belong_to_members()
    {
        var model = (EnsembleModel)new EnsembleGenerator(new("independent,copula,bayesnet", 4)).Fit(Training, new(Training.InferSchema()));

        Assert.Equal(model.Members.Count, model.Weights.Count);
        Assert.Equal(1, model.Weights.Sum(), 12);
        Assert.All(model.Weights, weight => Assert.InRange(weight, 0.2, 1));
        Assert.DoesNotContain(model.Members.Zip(model.Weights), pair => ((IPersistable)pair.First).Origin.Generator == "independent" && pair.Second > 0.5);
    }

    private static DataFrame Coin(int ones) => new(new Int64Column("x", Enumerable.Range(0, 10_000).Select(i => i * 7919L % 1000 < ones ? 1L : 0L).ToArray()));

    private sealed class Constant(long value) : IFittedGenerator
    {
        public TableSchema Schema { get; } = new DataFrame(new Int64Column("x", new[] { value, value })).InferSchema();

        public DataFrame SampleChunk(int rows, SplitRandom random) => new(new Int64Column("x", Enumerable.Repeat(value, rows).ToArray()));
    }
}
