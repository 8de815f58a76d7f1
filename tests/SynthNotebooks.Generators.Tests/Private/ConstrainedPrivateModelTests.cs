using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Generators.Tests.Private;

public class ConstrainedPrivateModelTests
{
    private const string Domain = """
        {"low": {"min": 0, "max": 9}, "high": {"min": 0, "max": 9, "missing": true}, "city": {"values": ["Bern", "Rom"]}, "price": {"min": 0, "max": 5000}, "day": {"min": "2020-01-01", "max": "2024-12-31", "missing": true}}
        """;

    private const string Rules = "low <= high; city <> 'Rom' or low > 3; price between 10.5 and 2000; day >= '2021-06-01'; not null day; not null high";

    private static readonly DataFrame Table = Make(800);

    public static TheoryData<string, string> Models => new() { { "mst", Rules }, { "aim", Rules }, { "privbayes", Rules }, { "dp-independent", Rules }, { "dp-copula", "price between 10.5 and 2000; day >= '2021-06-01'" } };

    [Theory, MemberData(nameof(Models))]
    public void A_saved_model_keeps_its_constraints_and_samples_to_the_same_bytes(string id, string rules)
    {
        var fitted = Fit(id, rules, seed: 5);
        using var file = new MemoryStream();
        ModelArchive.Save(fitted, file);
        var bytes = file.ToArray();

        var opened = ModelArchive.Open(new MemoryStream(bytes), Conformance.Generators.Catalog);

        Assert.Equal(Conformance.Generators.Bytes(fitted.Sample(7000, new() { Seed = 2 })), Conformance.Generators.Bytes(opened.Sample(7000, new() { Seed = 2 })));
        Assert.StartsWith("NON-PRIVATE", ((IPrivateRelease)opened).Claim, StringComparison.Ordinal);
        var (before, after) = ((IConstrained)fitted, (IConstrained)opened);
        Assert.Equal(before.Constraints, after.Constraints);
        Assert.Equal(before.Handling, after.Handling);
        Assert.Equal(ConstraintSet.Parse(rules, Table.InferSchema()).ToString(), after.Constraints.ToString());
        Assert.All(after.Constraints.CountViolations(opened.Sample(5000)), count => Assert.Equal(0, count));
        using var again = new MemoryStream();
        ModelArchive.Save(opened, again);
        Assert.Equal(bytes, again.ToArray());
    }

    [Theory, MemberData(nameof(Models))]
    public void A_model_tells_how_it_keeps_constraints_but_nothing_of_training_rows(string id, string rules)
    {
        var model = (IConstrained)Fit(id, rules, seed: null);

        Assert.NotEmpty(model.Handling);
        Assert.All(model.Handling, handling => Assert.Equal((ConstraintMeans.Construction, null), (handling.Means, handling.TrainingViolations)));
        Assert.Equal(new ConstraintCost(0, 0, 0, 0), model.Cost);
        Assert.Equal(1, model.Cost.Acceptance);
        Assert.True(((IConstrained)Fit(id, null, seed: null)).Constraints.IsEmpty);
    }

    [Fact]
    public void Conditions_are_met_exactly_beside_the_constraints_before_and_after_saving()
    {
        var fitted = (PrivateModel)Fit("mst", Rules, seed: 5);
        using var file = new MemoryStream();
        ModelArchive.Save(fitted, file);
        var opened = ModelArchive.Open(new MemoryStream(file.ToArray()), Conformance.Generators.Catalog);
        var where = ConditionParser.Parse("high = 6 and city = 'Rom'", fitted.Schema);
        // By brute force over the model's own marginal of low, high, city: states 4 to 6 are left of low.
        var joint = new MarginalQueries(fitted.Distribution).Marginal(AttributeSet.Of(0, 1, 2));
        double[] shares = [.. Enumerable.Range(0, 10).Select(low => joint[low * 22 + 6 * 2 + 1])];

        var rows = opened.SampleWhere(20_000, where).Rows;

        Assert.Equal(20_000, rows.Rows.Count);
        Assert.All(fitted.Constraints.CountViolations(rows), count => Assert.Equal(0, count));
        Assert.All(rows["high"].ToNumbers(), high => Assert.Equal(6, high));
        var counts = new double[10];
        foreach (var low in rows["low"].ToNumbers()) counts[(int)low]++;
        // 0.02 is 5.6 standard deviations of a share of a half in 20,000 rows, 2e-8 a share.
        for (var low = 0; low < 10; low++) Assert.InRange(counts[low] / 20_000, shares[low] / shares.Sum() - 0.02, shares[low] / shares.Sum() + 0.02);
        Assert.Equal([4, 5, 6], Enumerable.Range(0, 10).Where(low => shares[low] > 0));
    }

    [Fact]
    public void A_constraint_that_does_not_fit_the_declared_kind_is_refused_before_anything_is_spent()
    {
        var table = new DataFrame(new Int64Column("code", new long[] { 1, 2, 3 }));
        var schema = table.InferSchema();
        var purse = new Purse();

        var failure = Assert.Throws<FitException>(() => new MstGenerator(new(Domain: """{"code": {"values": ["1", "2", "3"]}}""")).FitConstrained(table, new FitContext(schema) { Constraints = ConstraintSet.Parse("code >= 2", schema), Budget = purse }));

        Assert.Contains("'code'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was spent", failure.Message, StringComparison.Ordinal);
        Assert.False(purse.WasAsked);
    }

    private static IFittedGenerator Fit(string id, string? rules, int? seed)
    {
        var options = new Dictionary<string, string> { ["domain"] = Domain, ["epsilon"] = "4" };
        if (seed is { } insecure) options["insecure-seed"] = insecure.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (id == "aim") (options["rounds-per-column"], options["iterations"], options["round-iterations"]) = ("1", "50", "20");
        var schema = Table.InferSchema();
        return GeneratorFactory.Create(Conformance.Generators.Catalog, id, options).FitConstrained(Table, new FitContext(schema) { Constraints = rules is null ? ConstraintSet.Empty : ConstraintSet.Parse(rules, schema) });
    }

    // Reals and cells that break every rule: a model may not learn them.
    private static DataFrame Make(int rows)
    {
        var random = new SplitRandom(6);
        var (low, high, city, price, day) = (new long[rows], new long[rows], new string[rows], new double[rows], new int[rows]);
        for (var i = 0; i < rows; i++)
        {
            (low[i], high[i], city[i]) = (random.NextBelow(10), random.NextBelow(10), random.NextBelow(2) == 0 ? "Bern" : "Rom");
            (price[i], day[i]) = (random.NextBelow(60_000) / 10.0, new DateOnly(2020, 1, 1).DayNumber + random.NextBelow(1800));
        }
        return new(new Int64Column("low", low), new Int64Column("high", high), TextColumn.Of("city", city), new DoubleColumn("price", price), new DateColumn("day", day));
    }

    private sealed class Purse : IBudget
    {
        public bool WasAsked { get; private set; }

        public void Reserve(string purpose, PrivacyCost cost) => WasAsked = true;
    }
}
