using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Tests.Conformance;

namespace SynthNotebooks.Selection.Tests.Filters;

public class QualityFilterTests
{
    private const double Alpha = 1e-6; // a correct filter fails with less than this probability
    private static readonly DataFrame Training = MixedTable.Of(800, seed: 2);

    [Fact]
    public void A_coin_of_the_wrong_weight_is_put_right()
    {
        // Real rows show 1 in 80 %, the model in 50 %: ones are accepted for certain, noughts a quarter as often, so 5/8 are let through.
        const int rows = 20_000;
        var training = Coins(rows, 0.8, 1);
        var filtered = (FilteredModel)QualityFilter.Around(new Coin(training), training, new(), new(training.InferSchema()));

        var ones = ((IFittedGenerator)filtered).Sample(rows)["x"].ToNumbers().Average();

        // The share learnt from the real rows, that from as many of the model's, that of the acceptance: each within Hoeffding's bound; trees stop before the last step.
        var slack = 3 * Math.Sqrt(Math.Log(6 / Alpha) / (2 * rows)) + 0.01;
        Assert.InRange(ones, 0.8 - slack, 0.8 + slack);
        Assert.InRange(filtered.AcceptanceRate, 0.625 - 2 * slack, 0.625 + 2 * slack);
    }

    [Fact]
    public void Half_the_strength_takes_the_root_of_the_ratio()
    {
        const int rows = 20_000;
        var training = Coins(rows, 0.8, 1);
        var filtered = QualityFilter.Around(new Coin(training), training, new(Strength: 0.5), new(training.InferSchema()));

        var ones = filtered.Sample(rows)["x"].ToNumbers().Average();

        var slack = 3 * Math.Sqrt(Math.Log(6 / Alpha) / (2 * rows)) + 0.01;
        Assert.InRange(ones, 2.0 / 3 - slack, 2.0 / 3 + slack); // √4 = 2 to 1
    }

    [Fact]
    public void A_perfect_model_keeps_its_rows()
    {
        const int rows = 5000;
        var training = Coins(rows, 0.5, 1);
        var filtered = QualityFilter.Around(new Coin(training), training, new(), new(training.InferSchema()));

        if (filtered is FilteredModel model) Assert.InRange(model.AcceptanceRate, 0.9, 1);
        Assert.InRange(filtered.Sample(rows)["x"].ToNumbers().Average(), 0.44, 0.56);
    }

    [Fact]
    public void Rows_depend_on_the_seed_alone_and_survive_saving()
    {
        var model = Filtered("mixture");
        using var file = new MemoryStream();
        ModelArchive.Save(model, file);
        file.Position = 0;
        var opened = ModelArchive.Open(file, Candidates.Catalog);

        var expected = Bytes(model.Sample(20_000, new() { Seed = 5, Threads = 1 }));

        Assert.Equal(expected, Bytes(model.Sample(20_000, new() { Seed = 5, Threads = 4 })));
        Assert.Equal(expected, Bytes([.. model.Stream(20_000, new() { Seed = 5 })]));
        Assert.Equal(expected, Bytes(opened.Sample(20_000, new() { Seed = 5 })));
        Assert.Equal(((FilteredModel)model).AcceptanceRate, Assert.IsType<FilteredModel>(opened).AcceptanceRate);
    }

    [Fact]
    public void The_fit_does_not_depend_on_the_number_of_threads()
    {
        Assert.Equal(Saved(Filtered("copula", 1)), Saved(Filtered("copula", 3)));

        static byte[] Saved(IFittedGenerator model)
        {
            using var file = new MemoryStream();
            ModelArchive.Save(model, file);
            return file.ToArray();
        }
    }

    [Fact]
    public void Conditions_and_identifiers_stay()
    {
        var model = Filtered("mixture");
        var where = ConditionParser.Parse("amount > 1200", model.Schema);

        Assert.True(((IConditional)model).CanCondition(where));
        Assert.Equal(500, ConditionEvaluator.Rows(where, model.SampleWhere(500, where).Rows).Length);
        var ids = model.Sample(9000)["row_id"];
        Assert.Equal(9000, Enumerable.Range(0, 9000).Select(ids.GetText).Distinct().Count());
    }

    [Fact]
    public void An_encoder_with_a_category_twice_is_refused()
    {
        var columns = new[] { "x", "y" };
        var trees = Assert.Throws<ArgumentException>(() => Learning.FeatureEncoder.Of(columns, [["a", "a"], null]));
        Assert.Contains("'a' twice", trees.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_tables_leave_the_model_as_it_is()
    {
        var training = Coins(QualityFilter.FewestRows - 1, 0.8, 1);
        var model = new Coin(training);

        Assert.Same(model, QualityFilter.Around(model, training, new(), new(training.InferSchema())));
    }

    [Theory]
    [InlineData(0, 3, 10, "Strength")]
    [InlineData(1.5, 3, 10, "Strength")]
    [InlineData(1, 1, 10, "Folds")]
    [InlineData(1, 3, 1, "MostRatio")]
    public void Options_are_checked(double strength, int folds, double ratio, string named)
    {
        var training = Coins(200, 0.8, 1);
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => QualityFilter.Around(new Coin(training), training, new(strength, folds, ratio), new(training.InferSchema())));
        Assert.Contains(named, failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_ensemble_takes_the_filter_as_an_option()
    {
        Assert.IsType<FilteredModel>(Candidates.Create("ensemble", new Dictionary<string, string> { ["members"] = "copula", ["filter"] = "0.5" }).Fit(Training, new(Training.InferSchema())));
        Assert.IsNotType<FilteredModel>(Candidates.Create("ensemble", new Dictionary<string, string> { ["members"] = "copula" }).Fit(Training, new(Training.InferSchema())));
    }

    private static IFittedGenerator Filtered(string id, int threads = 2)
    {
        var context = new FitContext(Training.InferSchema()) { Threads = threads };
        return QualityFilter.Around(Candidates.Create(id, new Dictionary<string, string>()).Fit(Training, context), Training, new(), context);
    }

    private static byte[] Bytes(params IReadOnlyList<DataFrame> chunks) => Generators.Tests.Conformance.Generators.Bytes(chunks);

    private static DataFrame Coins(int rows, double ones, ulong seed)
    {
        var random = new SplitRandom(seed);
        return new(new Int64Column("x", Enumerable.Range(0, rows).Select(_ => random.NextDouble() < ones ? 1L : 0L).ToArray()));
    }

    private sealed class Coin(DataFrame training) : IFittedGenerator
    {
        public TableSchema Schema { get; } = training.InferSchema();

        public DataFrame SampleChunk(int rows, SplitRandom random) => new(new Int64Column("x", Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.5 ? 1L : 0L).ToArray()));
    }
}
