using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;
using SynthNotebooks.Generators.Tests.Conformance;

namespace SynthNotebooks.Generators.Tests.Constraints;

public class ConstrainedGeneratorTests
{
    private static readonly DataFrame Training = ConstrainedTable.Of(600, seed: 9);

    [Fact]
    public void Without_constraints_the_model_is_the_one_of_the_generator() =>
        Assert.Equal(Conformance.Generators.Fit("copula", Training).GetType(), Fit("copula", Training, "").GetType());

    [Theory]
    [InlineData("age > 300", "No training row keeps")]
    [InlineData("smoker = 'maybe'", "No training row keeps")]
    [InlineData("unique admitted", "distinct values")]
    [InlineData("unique(first, city)", "distinct values")]
    [InlineData("stay < sex", "'stay' is an identifier")]
    public void What_cannot_be_met_is_told_at_the_fit(string constraints, string part) =>
        Assert.Contains(part, Assert.Throws<FitException>(() => Fit("independent", Training, constraints)).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejection_that_would_hardly_keep_a_row_is_told_at_the_fit()
    {
        var numbers = Enumerable.Range(0, 2000).Select(i => (long)i).ToArray();
        var table = new DataFrame(new Int64Column("a", numbers), new Int64Column("b", numbers.Select(n => n + 1).ToArray()), new Int64Column("c", numbers.Select(n => 5 * n).ToArray()));

        var failure = Assert.Throws<FitException>(() => Fit("independent", table, "a + c < 6 * b and a + c > 6 * b - 7", "a=continuous,b=continuous,c=continuous"));

        Assert.Contains("of 2000 sampled rows", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_break_a_constraint_are_refused_when_told_so()
    {
        var schema = Training.InferSchema();
        var context = new FitContext(schema) { Constraints = ConstraintSet.Parse("age >= 30", schema), RefuseViolations = true };

        Assert.Contains("age >= 30", Assert.Throws<FitException>(() => GeneratorFactory.Create(Conformance.Generators.Catalog, "independent").FitConstrained(Training, context)).Message, StringComparison.Ordinal);
        var model = (IConstrained)Fit("independent", Training, "age >= 30");
        Assert.Equal(ConditionEvaluator.Rows(Training.ParseCondition("age < 30"), Training).Length, model.Cost.LeftOut);
        Assert.Equal(model.Cost.LeftOut, model.Handling[0].TrainingViolations);
    }

    [Fact]
    public void Unique_numbers_of_a_range_are_each_used_once_and_then_refused()
    {
        var table = new DataFrame(new Int64Column("number", Enumerable.Range(0, 300).Select(i => 1000L + 3 * i).ToArray()), TextColumn.Of("x", Enumerable.Range(0, 300).Select(i => i % 2 == 0 ? "p" : "q")));
        var model = Fit("independent", table, "unique number; number between 1 and 20000");

        var sample = (Int64Column)model.Sample(9_000)["number"];

        Assert.Equal(9_000, sample.Values.ToArray().Distinct().Count());
        Assert.All(sample.Values.ToArray(), value => Assert.InRange(value, 1, 20_000));
        Assert.Contains("at most", Assert.ThrowsAny<Exception>(() => model.Sample(30_000)) is AggregateException many ? many.InnerException!.Message : Record.Exception(() => model.Sample(30_000))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rare_combinations_never_come_out()
    {
        var cities = Enumerable.Range(0, 500).Select(i => i < 4 ? "Rare" : i % 2 == 0 ? "Bonn" : "Celle").ToArray();
        var table = new DataFrame(TextColumn.Of("city", cities), TextColumn.Of("state", cities.Select(city => city + "land")), new Int64Column("n", Enumerable.Range(0, 500).Select(i => (long)(i * 7 % 31)).ToArray()));
        var model = Fit("mixture", table, "combination(city, state)");

        var sample = model.Sample(3000);

        Assert.Equal(["Bonn|Bonnland", "Celle|Celleland"], sample.Rows.Select(row => $"{row["city"]}|{row["state"]}").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["Bonn", "Celle"], model.Schema["city"].Categories!.Order(StringComparer.Ordinal));
        Assert.Equal(4, ((IConstrained)model).Cost.LeftOut);
        Assert.Throws<FitException>(() => Fit("mixture", new DataFrame(TextColumn.Of("a", Enumerable.Range(0, 60).Select(i => $"v{i}")), TextColumn.Of("b", Enumerable.Range(0, 60).Select(i => $"w{i}")), new Int64Column("n", new long[60])), "combination(a, b)"));
    }

    [Fact]
    public void Dependences_in_a_circle_become_one_category()
    {
        var table = new DataFrame(TextColumn.Of("a", Enumerable.Range(0, 300).Select(i => $"a{i % 3}")), TextColumn.Of("b", Enumerable.Range(0, 300).Select(i => $"b{i % 3}")), TextColumn.Of("c", Enumerable.Range(0, 300).Select(i => $"c{i % 3 / 2}")));
        var model = Fit("independent", table, "a -> b; b -> a; b -> c; a -> c");

        Assert.Equal(["a0|b0|c0", "a1|b1|c0", "a2|b2|c1"], model.Sample(500).Rows.Select(row => $"{row["a"]}|{row["b"]}|{row["c"]}").Distinct().Order(StringComparer.Ordinal));
        Assert.All(((IConstrained)model).Handling, handling => Assert.Equal(ConstraintMeans.Construction, handling.Means));
    }

    [Fact]
    public void Conditioning_changes_the_other_columns_as_it_should()
    {
        // x and y are equal in half of the rows; given x != y exactly, y is the other value.
        var table = new DataFrame(TextColumn.Of("x", Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? "p" : "q")), TextColumn.Of("y", Enumerable.Range(0, 400).Select(i => i / 2 % 2 == 0 ? "p" : "q")));
        var model = Fit("mixture", table, "not (x = 'p' and y = 'p')");

        var sample = model.Sample(5000);

        Assert.Equal(ConstraintMeans.Conditioning, ((IConstrained)model).Handling[0].Means);
        Assert.Empty(ConditionEvaluator.Rows(sample.ParseCondition("x = 'p' and y = 'p'"), sample));
        var slack = Math.Sqrt(Math.Log(2 / 1e-6) / (2 * 5000)) + 0.03; // Hoeffding; the fit is smoothed
        Assert.InRange(ConditionEvaluator.Rows(sample.ParseCondition("x = 'p'"), sample).Length / 5000.0, 1.0 / 3 - slack, 1.0 / 3 + slack);
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        using var file = new MemoryStream();
        ModelArchive.Save(Fit("independent", Training, "age >= 20; low < high"), file);
        var bytes = file.ToArray();
        bytes[bytes.Length / 2] ^= 1;

        Assert.Throws<ModelFormatException>(() => ModelArchive.Open(new MemoryStream(bytes), Conformance.Generators.Catalog));
    }

    private static IFittedGenerator Fit(string id, DataFrame table, string constraints, string? roles = null)
    {
        var schema = roles is null ? table.InferSchema() : table.InferSchema([roles]);
        return GeneratorFactory.Create(Conformance.Generators.Catalog, id).FitConstrained(table, new FitContext(schema) { Constraints = ConstraintSet.Parse(constraints, schema) });
    }
}
