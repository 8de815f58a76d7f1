using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class FormulaTests
{
    [Theory]
    [InlineData("1 + 2 * 3 ^ 2", "19")]
    [InlineData("-2 ^ 2", "-4")]
    [InlineData("(1 + 2) * 3 % 4", "1")]
    [InlineData("2 days / h", "48")]
    [InlineData("10 / 4", "2.5")]
    [InlineData("5% * 200", "10")]
    [InlineData("if(3 > 2, 'a', 'b')", "a")]
    [InlineData("if(1 > 2, 1, 2 > 1, 5, 7)", "5")]
    [InlineData("3 > 2 ? 4 : 5", "4")]
    [InlineData("2 in (1, 2) and not false", "true")]
    [InlineData("3 between 1 and 5", "true")]
    [InlineData("3 not between 1 and 2 or false", "true")]
    [InlineData("upper('ab') + lower('CD')", "ABcd")]
    [InlineData("slug('Zoë Müller-Weiß')", "zoe-muller-weiss")]
    [InlineData("left('abcdef', 2) + right('abcdef', 2)", "abef")]
    [InlineData("format(7, '000')", "007")]
    [InlineData("year(2024-02-29) * 100 + month(2024-02-29)", "202402")]
    [InlineData("day_of_week(2024-01-01)", "1")]
    [InlineData("age_at(2000-03-01, 2024-02-29)", "23")]
    [InlineData("add_months(2024-01-31, 1)", "2024-02-29")]
    [InlineData("2024-01-31 + 1 day", "2024-02-01")]
    [InlineData("days(2024-03-01 - 2024-02-01)", "29")]
    [InlineData("interpolate(5, 0, 0, 10, 100)", "50")]
    [InlineData("round(sin(1) * 1e9) + round(cos(1) * 1e9)", "1381773291")]
    [InlineData("coalesce(missing(), 4)", "4")]
    [InlineData("is_missing(missing() + 1)", "true")]
    [InlineData("clamp(12, 0, 10)", "10")]
    [InlineData("twice(4) + twice(1)", "10")]
    public void Formulas_have_the_values_that_they_say(string formula, string expected)
    {
        var world = Worlds.Of($"scenario: f\nfunctions: {{twice(x): \"x * 2\"}}\nentities:\n  e: {{attributes: {{x: {{formula: \"{formula}\"}}}}}}", 1);

        Assert.Equal(expected, world["e"]["x"].GetText(0));
    }

    [Fact]
    public void Rows_above_before_and_below_can_be_read()
    {
        var world = Worlds.Of("""
            scenario: f
            entities:
              a: {attributes: {x: {value: 10}, total: sum(b.y), least: min(b.y), mean_y: mean(b.y), last_y: last(b.y), big: count(b.flag)}}
              b:
                parent: a
                count: 4
                attributes: {y: x + n, flag: y > 12, before: previous.y * 1, one: first.y * 1, so_far: sum_so_far(y), label: "{parent}/{n:00}"}
            """.Replace("\"{parent}/{n:00}\"", "{template: \"{parent}/{n:00}\"}", StringComparison.Ordinal), 1);

        var (a, b) = (world["a"], world["b"]);
        Assert.Equal(["50", "11", "12.5", "14", "2"], ((string[])["total", "least", "mean_y", "last_y", "big"]).Select(name => a[name].GetText(0)));
        Assert.Equal([null, "11", "12", "13"], Enumerable.Range(0, 4).Select(b["before"].GetText));
        Assert.Equal(["11", "23", "36", "50"], Enumerable.Range(0, 4).Select(b["so_far"].GetText));
        Assert.Equal("1/04", b["label"].GetText(3));
        Assert.Equal("11", b["one"].GetText(3));
    }

    [Fact]
    public void A_row_is_explained_by_the_rules_that_made_it()
    {
        var world = Scenario.Parse(Worlds.Sample, "sample.yaml").Simulate(40);
        for (var row = 0; row < 40; row++)
        {
            var trace = world.Explain("visits", row);

            Assert.Equal(world["visits"]["visit_id"].GetText(row), trace.Key);
            foreach (var cell in trace.Rows[0].Cells)
                if (world["visits"].Columns.Any(column => column.Name == cell.Name)) Assert.Equal(world["visits"][cell.Name].GetText(row), cell.Value);
            Assert.Equal(["visits", "people"], trace.Rows.Select(one => one.Entity));
            Assert.Contains(trace.Rows[0].Cells, cell => cell.Name == "cost" && cell.Draws.Count > 0 && cell.Parameters.Contains(("shape", 2)));
        }
    }

    [Fact]
    public void Code_and_files_describe_the_same_world()
    {
        var built = new ScenarioBuilder("b").Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 31))
            .Entity("customers", e => e.Rows(20).Key("C{n}").Attribute("age", By.Normal(45, 15).Min(18).Decimals(0)))
            .Entity("payments", e => e.Parent("customers").Events("2 / day").Attribute("amount", By.LogNormal("age / 2", 1).Decimals(2)))
            .Build();
        var read = Scenario.Parse("scenario: b\nperiod: {from: 2024-01-01, to: 2024-01-31}\nentities:\n  customers: {rows: 20, key: 'C{n}', attributes: {age: {normal: [45, 15], min: 18, decimals: 0}}}\n  payments: {parent: customers, events: {rate: 2 / day}, attributes: {amount: {lognormal: {median: age / 2, sigma: 1}, decimals: 2}}}");

        Assert.Equal(Worlds.Text(read.Run(20)), Worlds.Text(built.Run(20)));
    }

    [Fact]
    public void A_variant_changes_what_its_paths_name()
    {
        var scenario = Scenario.Parse(Worlds.Sample);
        double Mean(Scenario one) => one.Simulate(200)["people"]["age"].ToNumbers().Where(age => !double.IsNaN(age)).Average();

        Assert.True(Mean(scenario.With("old")) > Mean(scenario) + 15);
        Assert.Throws<ArgumentException>(() => scenario.With("older"));
    }
}
