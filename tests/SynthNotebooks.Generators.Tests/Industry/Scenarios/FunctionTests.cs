using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class FunctionTests
{
    [Theory]
    [InlineData("f(3)", "17")]                     // f(q) = g(q) + q, g has a q of its own
    [InlineData("later(2)", "20")]                 // calls a function that stands below it
    [InlineData("nested(2)", "9")]                 // an argument that calls the function itself
    [InlineData("swapped(1, 10)", "9")]            // parameters of the same names in another order
    [InlineData("named('b')", "B!")]
    public void Functions_call_one_another_in_any_order_and_keep_their_parameters(string formula, string expected)
    {
        var world = Worlds.Of("""
            scenario: f
            functions:
              later(x): "below(x) * 2"
              f(q): "g(q + 1) + q + g(q)"
              g(q): "q * 2"
              below(y): "y + 8"
              nested(x): "plus(plus(plus(0, x), x), 5)"
              plus(x, y): "x + y"
              swapped(a, b): "minus(b, a)"
              minus(a, b): "a - b"
              named(t): "upper(t) + '!'"
            entities:
              e: {attributes: {x: {formula: "FORMULA"}}}
            """.Replace("FORMULA", formula, StringComparison.Ordinal), 1);

        Assert.Equal(expected, world["e"]["x"].GetText(0));
    }

    [Fact]
    public void A_body_does_not_see_the_parameters_of_its_caller()
    {
        var wrong = Assert.Throws<ScenarioException>(() => Scenario.Parse("scenario: f\nfunctions:\n  outer(q): inner(1)\n  inner(x): x + q\nentities:\n  e: {attributes: {y: outer(2)}}", "f.yaml"));

        Assert.Contains("There is no name 'q'", wrong.Message, StringComparison.Ordinal);
        Assert.Equal((4, 17), (wrong.Errors[0].Place.Line, wrong.Errors[0].Place.Column));
    }

    [Fact]
    public void A_body_sees_the_row_and_the_time_of_rounds()
    {
        var world = Worlds.Of("""
            scenario: f
            functions: {older(by): age + by, due(n): "months_of(time) >= n", months_of(t): month(t)}
            rounds: [{over: p, every: 31 days, set: {seen: "seen or due(6)"}}]
            entities:
              p: {attributes: {age: {value: 40}, seen: {chance: 0}, next: older(2)}}
            """, 3);

        Assert.Equal("42", world["p"]["next"].GetText(2));
        Assert.Equal("true", world["p"]["seen"].GetText(2));
    }

    [Theory]
    [InlineData("a(x): b(x)", "b(x): 1 + a(x)", 4, 13, "a -> b -> a")]
    [InlineData("a(x): x", "b(x): 2 * b(x - 1)", 4, 13, "b -> b")]
    [InlineData("a(x, x): x", "b(x): x", 3, 3, "stands twice")]
    [InlineData("a(x): x", "b(1x): x", 4, 3, "a letter first")]
    [InlineData("a(x): x", "b(x): \"x + 'oops\"", 4, 14, "has no end")]
    public void Circles_and_broken_functions_are_told_with_their_place_though_nobody_calls_them(string first, string second, int line, int column, string part)
    {
        var wrong = Assert.Throws<ScenarioException>(() => Scenario.Parse($"scenario: f\nfunctions:\n  {first}\n  {second}\nentities:\n  e: {{}}", "f.yaml"));

        Assert.Contains(part, wrong.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (wrong.Errors[0].Place.Line, wrong.Errors[0].Place.Column));
    }

    [Fact]
    public void Functions_that_multiply_are_refused_before_they_fill_the_memory()
    {
        var functions = string.Concat(Enumerable.Range(1, 25).Select(i => $"  f{i}(x): f{i - 1}(x) + f{i - 1}(x)\n"));
        var wrong = Assert.Throws<ScenarioException>(() => Scenario.Parse($"scenario: f\nfunctions:\n  f0(x): x\n{functions}entities:\n  e: {{attributes: {{y: f25(1)}}}}"));
        Assert.Contains("more than 2000 times", wrong.Message, StringComparison.Ordinal);

        wrong = Assert.Throws<ScenarioException>(() => Worlds.Of($"scenario: f\nfunctions: {{d(s): s + s}}\nentities:\n  e: {{attributes: {{y: {{formula: \"{string.Concat(Enumerable.Repeat("d(", 40))}'ab'{new string(')', 40)}\"}}}}}}", 1));
        Assert.Contains("beyond 1000000 characters", wrong.Message, StringComparison.Ordinal);
        Assert.True(wrong.Errors[0].Place.Line > 0);
    }

    [Theory]
    [InlineData("if(n > 1, 'a', missing())", null, "a")]
    [InlineData("if(n > 1, missing(), 'a')", "a", null)]
    [InlineData("if(n > 1, upper('a' + n), missing())", null, "A2")]
    [InlineData("coalesce(missing(), 'b')", "b", "b")]
    [InlineData("n > 1 ? missing() : 2024-02-03", "2024-02-03", null)]
    [InlineData("if(n > 1, n > 0, missing())", null, "true")]
    [InlineData("if(n > 3, false, n > 1, true, missing())", null, "true")]
    [InlineData("if(n > 1, n, missing())", null, "2")]
    [InlineData("if(n > 1, 'a', n > 0, missing(), 'c')", null, "a")]
    public void Missing_takes_the_type_of_what_stands_beside_it(string formula, string? first, string? second)
    {
        var cells = Worlds.Table($"x: {{formula: \"{formula}\"}}", 2)["x"];

        Assert.Equal(first, cells.GetText(0));
        Assert.Equal(second, cells.GetText(1));
    }

    [Fact]
    public void A_process_option_that_is_true_or_false_takes_a_formula_of_truth()
    {
        const string File = "scenario: p\nperiod: {{from: 2024-01-01, to: 2024-03-31}}\nentities:\n  s: {{rows: 20, attributes: {{late: n > 10}}}}\n  v: {{parent: s, process: {{journeys: {{member: {0}}}}}}}";
        var texts = Worlds.Text(Scenario.Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, File, "\"if(late, 'true', 'false')\"")).Run(20));

        Assert.Equal(texts, Worlds.Text(Scenario.Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, File, "late")).Run(20)));
        var wrong = Assert.Throws<ScenarioException>(() => Scenario.Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, File, "n + 1")));
        Assert.Contains("'member' is true or false", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(5, wrong.Errors[0].Place.Line);
    }
}
