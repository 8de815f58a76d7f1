using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class ChoiceTests
{
    private const int Rows = 20_000;

    [Theory]
    [InlineData("pick('a', 'b', 'c')", "a:1 b:1 c:1")]
    [InlineData("pick(['a', 'b', 'c'])", "a:1 b:1 c:1")]
    [InlineData("pick(words.towns)", "north:3 south:1")]
    [InlineData("pick(towns)", "north:3 south:1")]
    [InlineData("pick_weighted('a', 1, 'b', 3, 'c', 0)", "a:1 b:3")]
    [InlineData("pick_weighted(['a', 1, 'b', 3])", "a:1 b:3")]
    [InlineData("pick_weighted('a', if(n > 0, 2, 1), 'b', missing())", "a:1")]
    [InlineData("pick('x' + 'y', missing(), lower('A'))", "xy:1 a:1 missing:1")]
    [InlineData("pick(1, 2.5, missing())", "1:1 2.5:1 missing:1")]
    [InlineData("pick(true, 1 > 2)", "true:1 false:1")]
    [InlineData("pick(2024-01-01, 2024-01-02)", "2024-01-01:1 2024-01-02:1")]
    [InlineData("pick('only')", "only:1")]
    public void Values_are_picked_as_often_as_they_should(string formula, string expected)
    {
        var cells = Worlds.Of($"scenario: c\nwords: {{towns: {{weights: {{north: 3, south: 1}}}}}}\nentities:\n  e: {{attributes: {{x: {{formula: \"{formula}\"}}}}}}", Rows)["e"].Texts("x");
        var seen = cells.GroupBy(cell => Text(cell)).ToDictionary(group => group.Key, group => group.Count());
        var weights = expected.Split(' ').Select(one => one.Split(':')).ToDictionary(one => one[0], one => double.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(weights.Keys.Order(), seen.Keys.Order());
        foreach (var (value, weight) in weights) Assert.InRange(seen[value] / (double)Rows, weight / weights.Values.Sum() - Tolerance.OfMean(Rows, 4), weight / weights.Values.Sum() + Tolerance.OfMean(Rows, 4));

        static string Text(string? cell) => cell switch { null => "missing", "True" => "true", "False" => "false", _ => DateTime.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out var day) && cell.Length > 5 ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : cell };
    }

    [Theory]
    [InlineData("pick()", "pick needs values")]
    [InlineData("pick('a', 1)", "One value is a text")]
    [InlineData("pick_weighted('a', 1, 'b')", "pairs of a value and its weight")]
    [InlineData("pick_weighted('a', 'b')", "A text stands where a number is expected")]
    [InlineData("pick(['a', 'b')", "']' is expected")]
    [InlineData("pick_weighted('a', -1)", "weight 1 of pick_weighted is -1")]
    [InlineData("pick_weighted('a', 0, 'b', 0)", "all weights of pick_weighted are 0")]
    public void A_wrong_pick_is_told_with_its_place(string formula, string part)
    {
        var wrong = Assert.Throws<ScenarioException>(() => Worlds.Table($"x: {{formula: \"{formula}\"}}", 1));

        Assert.Contains(part, wrong.Message, StringComparison.Ordinal);
        Assert.Equal(5, wrong.Errors[0].Place.Line);
    }

    [Fact]
    public void Shares_sum_to_one_and_have_the_moments_of_the_dirichlet_distribution()
    {
        double[] alpha = [1, 2, 5];
        var table = Worlds.Table("a: {dirichlet: 1}\nb: {dirichlet: {alpha: 2}}\nc: {dirichlet: [5]}\nother: {uniform: [0, 1]}", Rows);
        double[][] shares = [table.Numbers("a"), table.Numbers("b"), table.Numbers("c")];

        for (var row = 0; row < Rows; row++) Assert.Equal(1, shares[0][row] + shares[1][row] + shares[2][row], 12);
        for (var i = 0; i < 3; i++)
        {
            var (mean, share) = (alpha[i] / 8, shares[i]);
            var spread = Math.Sqrt(mean * (1 - mean) / 9 / Rows);
            Assert.InRange(share.Average(), mean - 5.4 * spread, mean + 5.4 * spread);
            // Second moments by Hoeffding, values being in [0, 1]
            Assert.InRange(share.Average(x => x * x), alpha[i] * (alpha[i] + 1) / 72 - Tolerance.OfMean(Rows, 9), alpha[i] * (alpha[i] + 1) / 72 + Tolerance.OfMean(Rows, 9));
            for (var j = 0; j < i; j++) Assert.InRange(share.Zip(shares[j]).Average(pair => pair.First * pair.Second), alpha[i] * alpha[j] / 72 - Tolerance.OfMean(Rows, 9), alpha[i] * alpha[j] / 72 + Tolerance.OfMean(Rows, 9));
        }
    }

    [Fact]
    public void Rounded_shares_sum_to_one_in_decimals_too()
    {
        var table = Worlds.Table("a: {dirichlet: 0.8, decimals: 2}\nb: {dirichlet: 1.7, decimals: 2}\nc: {dirichlet: 3, decimals: 2}", 5000);

        for (var row = 0; row < 5000; row++)
            Assert.Equal(1m, (decimal)table.Numbers("a")[row] + (decimal)table.Numbers("b")[row] + (decimal)table.Numbers("c")[row]);
    }

    [Fact]
    public void Compositions_are_apart_alphas_can_be_formulas_and_tiny_ones_leave_one_share()
    {
        var table = Worlds.Table("rich: {formula: n > 10000}\nfood: {dirichlet: {alpha: \"if(rich, 10, 90)\", of: money}}\nrest: {dirichlet: {alpha: \"if(rich, 90, 10)\", of: money}}\nx: {dirichlet: [1e-4, time]}\ny: {dirichlet: [3e-4, time]}\nnone: {dirichlet: [\"if(n > 0, missing(), 1)\", lost]}\nlost: {dirichlet: [1, lost]}", Rows);
        var (food, rest, x, y) = (table.Numbers("food"), table.Numbers("rest"), table.Numbers("x"), table.Numbers("y"));

        Assert.InRange(food.Take(10_000).Average(), 0.89, 0.91);
        Assert.InRange(food.Skip(10_000).Average(), 0.09, 0.11);
        for (var row = 0; row < Rows; row++)
        {
            Assert.Equal(1, food[row] + rest[row], 12);
            Assert.Equal(1, x[row] + y[row], 12);
        }
        Assert.InRange(y.Average(), 0.75 - Tolerance.OfMean(Rows), 0.75 + Tolerance.OfMean(Rows));
        Assert.All(table.Texts("lost"), Assert.Null);
    }

    [Fact]
    public void Constraints_draw_shares_again_together_and_code_describes_the_same()
    {
        const string Attributes = "a: {dirichlet: {alpha: 2, of: m}}, b: {dirichlet: {alpha: 2, of: m}}, c: {dirichlet: {alpha: 2, of: m}}";
        var read = Scenario.Parse($"scenario: d\nentities:\n  e: {{rows: 500, attributes: {{{Attributes}}}, constraints: [a > b]}}");
        var table = read.Simulate()["e"];
        for (var row = 0; row < 500; row++)
        {
            Assert.True(table.Numbers("a")[row] > table.Numbers("b")[row]);
            Assert.Equal(1, table.Numbers("a")[row] + table.Numbers("b")[row] + table.Numbers("c")[row], 12);
        }
        var built = new ScenarioBuilder("d").Entity("e", e => e.Rows(500).Attribute("a", By.Dirichlet(2, "m")).Attribute("b", By.Dirichlet(2, "m")).Attribute("c", By.Dirichlet(2, "m")).Constraint("a > b")).Build();
        Assert.Equal(Worlds.Text(read.Run(500)), Worlds.Text(built.Run(500)));
    }

    [Theory]
    [InlineData("a: {dirichlet: 1}", 5, "has one share only")]
    [InlineData("a: {dirichlet: 0}\n      b: {dirichlet: 1}", 5, "alpha is 0; it must be above 0")]
    [InlineData("a: {dirichlet: b * 2}\n      b: {dirichlet: 1}", 6, "reads itself")]
    [InlineData("a: {dirichlet: 1, min: 0.1}\n      b: {dirichlet: 1}", 5, "'min' cannot stand beside")]
    [InlineData("a: {when: [{if: n > 1, dirichlet: 1}, {else: 0}]}\n      b: {dirichlet: 1}", 5, "the rule of an attribute itself")]
    [InlineData("a: {dirichlet: {alpa: 1}}\n      b: {dirichlet: 1}", 5, "'alpha' is missing")]
    public void Wrong_shares_are_told_with_their_place(string attributes, int line, string part)
    {
        var wrong = Assert.Throws<ScenarioException>(() => Scenario.Parse($"scenario: s\nentities:\n  e:\n    attributes:\n      {attributes}"));

        Assert.Contains(wrong.Errors, error => error.Message.Contains(part, StringComparison.Ordinal) && error.Place.Line == line);
    }
}
