using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Generators.Tests.Private;

public class PrivateConstraintTests
{
    private const string Domain = """
        {"low": {"min": 0, "max": 99}, "high": {"min": 0, "max": 99}, "city": {"values": ["Bern", "Genf", "Rom"]}, "land": {"values": ["CH", "IT", null]},
         "price": {"min": 0, "max": 500, "decimals": 2}, "day": {"min": "2020-01-01", "max": "2020-12-31"}}
        """;

    private const string Constraints = """low <= high; city <> 'Rom' or land = 'IT'; price between 10.5 and 20; day >= '2020-06-01'""";

    // Many rows break the constraints: what is sampled must keep them all the same.
    private static readonly DataFrame Table = new(
        new Int64Column("low", Enumerable.Range(0, 600).Select(row => (long)(row * 37 % 80)).ToArray()),
        new Int64Column("high", Enumerable.Range(0, 600).Select(row => (long)(row * 37 % 80 + (row % 10 == 0 ? -5 : row % 15))).ToArray()),
        TextColumn.Of("city", Enumerable.Range(0, 600).Select(row => row % 3 == 0 ? "Rom" : row % 3 == 1 ? "Bern" : "Genf")),
        TextColumn.Of("land", Enumerable.Range(0, 600).Select(row => row % 50 == 0 ? null : row % 3 == 0 && row % 7 != 0 ? "IT" : "CH")),
        new DoubleColumn("price", Enumerable.Range(0, 600).Select(row => row % 300 / 10.0).ToArray()),
        new DateColumn("day", Enumerable.Range(0, 600).Select(row => new DateOnly(2020, 1, 1).DayNumber + row % 366).ToArray()));

    public static TheoryData<string, double> Methods => new() { { "mst", 5 }, { "mst", 0.05 }, { "aim", 5 }, { "privbayes", 5 }, { "dp-independent", 5 } };

    [Theory, MemberData(nameof(Methods))]
    public void Every_sampled_row_keeps_what_was_declared(string method, double epsilon)
    {
        var schema = Table.InferSchema();
        var constraints = Parse(schema);
        IGenerator generator = method switch
        {
            "mst" => new MstGenerator(new(epsilon, Domain: Domain)),
            "aim" => new AimGenerator(new(epsilon, Domain: Domain, RoundsPerColumn: 1, Iterations: 50, RoundIterations: 20)),
            "privbayes" => new PrivBayesGenerator(new(epsilon, Domain: Domain)),
            _ => new IndependentDpGenerator(new(epsilon, Domain: Domain)),
        };

        var model = generator.FitConstrained(Table, new FitContext(schema) { Constraints = constraints });
        var rows = model.Sample(20_000, new SampleOptions { Seed = 1 });

        Assert.All(constraints.CountViolations(rows), count => Assert.Equal(0, count));
        Assert.Equal(20_000, rows.Rows.Count);
        Assert.True(((IPrivateRelease)model).Rho <= SynthNotebooks.Privacy.ZeroConcentratedAccountant.Rho(epsilon, 1e-9) * (1 + 1e-9)); // no constraint was paid for
        if (epsilon > 1) Assert.True(((TextColumn)rows["city"]).Codes.ToArray().Distinct().Count() == 3);
    }

    [Theory]
    [InlineData("unique city", "rows of a private model are independent")]
    [InlineData("city -> land", "looked up in the data")]
    [InlineData("combination(city, land)", "looked up in the data")]
    [InlineData("price < low", "at most 2000")]
    [InlineData("price > 600", "nothing of the declared domain")]
    public void What_cannot_be_kept_is_refused_before_anything_is_spent(string text, string part)
    {
        var schema = Table.InferSchema();
        var budget = new NoBudget();

        var failure = Assert.Throws<FitException>(() => new MstGenerator(new(Domain: Domain)).FitConstrained(
            Table, new FitContext(schema) { Constraints = ConstraintSet.Parse(text, schema), Budget = budget }));

        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was spent", failure.Message, StringComparison.Ordinal);
        Assert.False(budget.WasAsked);
    }

    [Fact]
    public void Declared_combinations_hold_and_cells_that_must_be_there_are()
    {
        var schema = Table.InferSchema();
        var constraints = new ConstraintSet(new FixedCombinations(["city", "land"], [["Bern", "CH"], ["Genf", "CH"], ["Rom", "IT"]]), new NotNullConstraint("land"));

        var model = new MstGenerator(new(3, Domain: Domain)).FitConstrained(Table, new FitContext(schema) { Constraints = constraints });
        var rows = model.Sample(5000, new SampleOptions { Seed = 2 });

        Assert.All(constraints.CountViolations(rows), count => Assert.Equal(0, count));
    }

    private static ConstraintSet Parse(TableSchema schema) => ConstraintSet.Parse(Constraints, schema);

    private sealed class NoBudget : IBudget
    {
        public bool WasAsked { get; private set; }

        public void Reserve(string purpose, PrivacyCost cost) => WasAsked = true;
    }
}
