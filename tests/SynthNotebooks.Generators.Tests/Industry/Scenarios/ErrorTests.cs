using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class ErrorTests
{
    [Theory]
    [InlineData("x: {normla: [0, 1]}", 5, 11, "Did you mean 'normal'")]
    [InlineData("x: {normal: {mean: 0, sdd: 1}}", 5, 29, "Did you mean 'sd'")]
    [InlineData("x: {normal: {mean: 0, sd: -1}}", 5, 33, "sd is -1; it must be at least 0")]
    [InlineData("x: y + 1", 5, 10, "There is no name 'y'")]
    [InlineData("x: {formula: 2 +}", 5, 23, "ends where a value is expected")]
    [InlineData("x: {chance: 1.5}", 5, 19, "from 0 to 1")]
    [InlineData("x: {choose: {a: 0, b: 0}}", 5, 19, "all weights are 0")]
    [InlineData("x: {refer: nobody}", 5, 18, "There is no entity 'nobody'")]
    [InlineData("x: {when: [{if: 1 > 0, value: 1}, {else: word}]}", 5, 0, "another one gives")]
    [InlineData("x: {choose: [a, b]}\n      y: {formula: \"x = 'c'\"}", 6, 0, "There is no value 'c'")]
    public void An_error_tells_its_place_and_what_is_accepted(string attribute, int line, int column, string part)
    {
        var wrong = Assert.Throws<ScenarioException>(() => Scenario.Parse($"scenario: s\nentities:\n  e:\n    attributes:\n      {attribute}", "s.yaml"));

        var error = wrong.Errors[0];
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Place.Line);
        if (column > 0) Assert.Equal(column, error.Place.Column);
        Assert.StartsWith($"s.yaml({line},", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_is_shown_as_one()
    {
        var wrong = Assert.Throws<ScenarioException>(() => Scenario.Parse("scenario: s\nentities:\n  e: {attributes: {a: b + 1, b: c + 1, c: a + 1}}"));

        Assert.Contains("a -> b -> c -> a", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_errors_are_told_at_once()
    {
        var wrong = Assert.Throws<ScenarioException>(() => Scenario.Parse("scenario: s\nentities:\n  e: {attributes: {a: {normla: 1}, b: zz + 1}}"));

        Assert.Equal(2, wrong.Errors.Count);
    }

    [Fact]
    public void An_impossible_constraint_names_its_rate()
    {
        var wrong = Assert.Throws<ScenarioException>(() => Worlds.Of("scenario: s\nentities:\n  e: {attributes: {a: {uniform: [0, 1]}}, constraints: [a > 2]}", 5));

        Assert.Contains("does not hold in any of 100 draws", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void References_in_a_circle_are_refused()
    {
        var wrong = Assert.Throws<ScenarioException>(() => Worlds.Of("scenario: s\nmain: a\nentities:\n  a: {attributes: {x: {refer: b}}}\n  b: {rows: 5, attributes: {y: {refer: a}}}", 5));

        Assert.Contains("circle", wrong.Message, StringComparison.Ordinal);
    }
}
