using System.Security.Cryptography;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Trees;

public class TreeGeneratorTests
{
    private const int Rows = 20_000;

    [Theory]
    [InlineData("cart", 0.97)]
    [InlineData("arf", 0.85)] // smoothing towards the nodes above costs most where a single column says nothing
    public void Dependence_that_no_line_shows_is_kept(string id, double least) => Assert.InRange(DependentTable.Lawful(DependentTable.Fit(id).Sample(Rows)), least, 1);

    [Theory]
    [InlineData("cart")]
    [InlineData("arf")]
    public void Cells_are_missing_where_they_are_missing_in_the_table(string id)
    {
        var made = DependentTable.Fit(id).Sample(Rows);

        Assert.InRange(DependentTable.MissingShare(made, "x"), 0, 0.05);
        Assert.InRange(DependentTable.MissingShare(made, "z"), 0.42, 0.58);
    }

    [Theory]
    [InlineData("cart", "43a88c9fb7195b3b")]
    [InlineData("arf", "c72dd8519eb1e718")]
    public void Golden_hash_of_a_sample(string id, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(SHA256.HashData(Conformance.Generators.Bytes(DependentTable.Fit(id).Sample(1000, new() { Seed = 5 }))).AsSpan(0, 8)));

    [Theory]
    [InlineData("cart", "flag = true and group in ('x', 'z')")]
    [InlineData("cart", "group = 'z' or flag = false")]
    [InlineData("arf", "age >= 25 and group = 'z' and height < 5.5")]
    [InlineData("arf", "lab is null or age = 21")]
    public void Rows_under_a_condition_are_those_of_the_model_that_meet_it(string id, string text)
    {
        var model = DependentTable.Fit(id);
        var where = ConditionParser.Parse(text, model.Schema);
        var (conditional, free) = ((IConditional)model, model.Sample(40_000).Filter(where));
        var made = conditional.SampleChunk(8000, where, new SplitRandom(2));

        Assert.True(conditional.CanCondition(where));
        Assert.Equal(8000, made.Filter(where).Rows.Count);
        // Hoeffding on two samples, four comparisons: correct code fails with a probability below 1e-6
        var slack = Math.Sqrt(Math.Log(8 / 1e-6) / 2) * (1 / Math.Sqrt(free.Rows.Count) + 1 / Math.Sqrt(8000));
        foreach (var part in new[] { "age >= 29", "flag = true", "height > 3", "lab is null" })
        {
            var condition = ConditionParser.Parse(part, model.Schema);
            Assert.Equal(free.Filter(condition).Rows.Count / (double)free.Rows.Count, made.Filter(condition).Rows.Count / 8000.0, slack);
        }
    }

    [Fact]
    public void Sequential_trees_condition_on_columns_made_first_only()
    {
        var model = DependentTable.Fit("cart", new() { ["first"] = "height" });
        var (first, late) = (ConditionParser.Parse("height between 2 and 3", model.Schema), ConditionParser.Parse("lab > 100000", model.Schema));

        Assert.True(((IConditional)model).CanCondition(first));
        Assert.Equal(100, ((IConditional)model).SampleChunk(100, first, new SplitRandom(1)).Filter(first).Rows.Count);
        Assert.ThrowsAny<FitException>(() => ((IConditional)model).SampleChunk(10, late, new SplitRandom(1)));
    }

    [Fact]
    public void An_unknown_column_in_the_option_first_is_named() =>
        Assert.Contains("'hight'", Assert.Throws<FitException>(() => DependentTable.Fit("cart", new() { ["first"] = "hight" })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("arf", "minimum-leaf", "-1")]
    [InlineData("arf", "trees", "0")]
    [InlineData("cart", "maximum-depth", "65")]
    [InlineData("cart", "bins", "256")]
    public void Options_out_of_range_are_rejected_by_name(string id, string option, string value) =>
        Assert.Contains(option, Assert.ThrowsAny<ArgumentException>(() => DependentTable.Fit(id, new() { [option] = value })).Message, StringComparison.Ordinal);

    [Fact]
    public void Lawful_rows_are_denser_and_gaps_are_filled_lawfully()
    {
        var model = DependentTable.Fit("arf");
        var table = DependentTable.Of(2000, seed: 9);
        var densities = ((IDensity)model).LogDensity(table, default);
        var shuffled = DependentTable.Of(2000, seed: 10);
        var broken = new DataFrame(table["group"], table["flag"], shuffled["age"], table["height"], table["lab"]);
        var brokenDensities = ((IDensity)model).LogDensity(broken, default);

        var gains = densities.Zip(brokenDensities, (lawful, unlawful) => lawful - unlawful).Where(double.IsFinite).ToArray(); // some values lie beyond the training range
        Assert.InRange(gains.Length, 1500, 2000);
        Assert.InRange(gains.Average(), 0.5, 20);
        Assert.Equal(0, ((IImputer)model).Impute(table, new())["lab"].NullCount);
    }
}
