using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class NeighbourCallTests
{
    internal const string People = """
        scenario: n
        networks: {friends: {over: p, model: small-world, degree: 6, rewire: 0.3}}
        entities:
          p:
            attributes:
              smokes: {chance: "0.1 + 0.6 * share_of(friends, heavy and age > 40)"}
              age: {integer: [18, 80]}
              heavy: {chance: 0.3}
              kind: {choose: [a, b, c]}
              alike: {formula: "share_of(friends, kind = self.kind and age <= self.age)"}
              many: {formula: "count_of(friends, smokes)"}
              sum: {formula: "sum_of(friends, age)"}
              least: {formula: "min_of(friends, age)"}
              mean: {formula: "mean_of(friends, if(heavy, age, missing()))"}
              second: {formula: "max_of(friends, many)"}
          q: {parent: p, count: 1, attributes: {smokers: {formula: "count_of(friends, smokes)"}, self_age: {formula: "share_of(friends, age > self.p.age)"}}}
        """;

    [Fact]
    public void Attributes_read_what_neighbours_have_as_brute_force_over_the_edges_does()
    {
        const int rows = 400;
        var world = Worlds.Of(People, rows, seed: 9);
        var network = new Network("friends", new EntityPlan("p", ScenarioNode.Map([])) { RootRows = rows }, "small-world", 6, 0.3, 10, 0.8);
        network.Make(new SplitRandom(9).Split("simulate").Split("network").Split("friends"), default);
        var (p, q) = (world["p"], world["q"]);
        var (age, heavy, smokes, kind, many) = (p.Numbers("age"), p.Numbers("heavy"), p.Numbers("smokes"), p.Texts("kind"), p.Numbers("many"));

        for (var row = 0; row < rows; row++)
        {
            var near = network.Neighbours(row).ToArray();
            Assert.Equal(Mean(near.Select(one => kind[one] == kind[row] && age[one] <= age[row] ? 1.0 : 0)), p.Numbers("alike")[row], 12);
            Assert.Equal(near.Sum(one => smokes[one]), many[row]);
            Assert.Equal(near.Sum(one => age[one]), p.Numbers("sum")[row]);
            Assert.Equal(near.Length > 0 ? near.Min(one => age[one]) : double.NaN, p.Numbers("least")[row]);
            Assert.Equal(Mean(near.Where(one => heavy[one] != 0).Select(one => age[one])), p.Numbers("mean")[row], 9);
            Assert.Equal(near.Length > 0 ? near.Max(one => many[one]) : double.NaN, p.Numbers("second")[row]);
            Assert.Equal(many[row], q.Numbers("smokers")[row]);
            Assert.Equal(Mean(near.Select(one => age[one] > age[row] ? 1.0 : 0)), q.Numbers("self_age")[row], 12);
        }

        static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(0).Average();
    }

    [Fact]
    public void Shares_of_friends_drive_chances()
    {
        const int rows = 20_000;
        var world = Worlds.Of("scenario: n\nnetworks: {friends: {over: p, degree: 6}}\nentities:\n  p: {attributes: {heavy: {chance: 0.3}, share: {formula: \"share_of(friends, heavy)\"}, smokes: {chance: \"0.1 + 0.6 * share\"}}}", rows)["p"];

        var (expected, seen) = (world.Numbers("share").Average(share => 0.1 + 0.6 * share), world.Numbers("smokes").Average());
        Assert.InRange(seen, expected - Tolerance.OfMean(rows), expected + Tolerance.OfMean(rows));
    }

    [Fact]
    public void Threads_do_not_matter_and_rounds_are_over_before_the_rows_are_made()
    {
        Assert.Equal(Worlds.Text(Scenario.Parse(People).Run(300, new SimulationOptions { Threads = 1 })), Worlds.Text(Scenario.Parse(People).Run(300, new SimulationOptions { Threads = 4 })));
        var world = Worlds.Of("scenario: n\nnetworks: {friends: {over: p, degree: 6}}\nrounds: [{over: p, every: 60 days, set: {on: \"on or share_of(friends, on) > 0.2\"}}]\nentities:\n  p: {attributes: {on: {chance: 0.05}, near: {formula: \"count_of(friends, on)\"}, alone: {formula: \"count_of(friends, not on)\"}, friends_in_all: {formula: degree(friends)}}}", 500)["p"];
        var (on, near, alone) = (world.Numbers("on"), world.Numbers("near"), world.Numbers("alone"));

        Assert.Equal(world.Numbers("friends_in_all"), near.Zip(alone, (a, b) => a + b));
        Assert.True(on.Average() > 0.5); // it has spread
        Assert.True(near.Sum() > alone.Sum());
    }

    [Theory]
    [InlineData("x: {formula: \"share_of(friends, x > 0)\"}", "it reads itself")]
    [InlineData("x: {formula: \"share_of(friends, y)\"}, y: {formula: \"share_of(friends, x > 0) > 0.5\"}", "it reads itself")]
    [InlineData("x: {formula: \"share_of(frends, n > 0)\"}", "Did you mean 'friends'")]
    [InlineData("x: {formula: \"share_of(friends, hevy)\"}, heavy: {chance: 0.5}", "Did you mean 'heavy'")]
    [InlineData("x: {formula: \"mean_of(friends, 'a')\"}", "needs a number; this is a text")]
    [InlineData("x: {formula: \"share_of(friends, share_of(friends, n > 3) > 0.5)\"}", "an attribute of its own")]
    [InlineData("x: {formula: \"share_of(friends)\"}", "',' is expected")]
    [InlineData("x: {formula: \"share_of(friends, count(c) > 1)\"}", "known only when the rows below")]
    public void What_cannot_be_read_of_neighbours_is_told_with_its_place(string attributes, string part)
    {
        var wrong = Assert.Throws<ScenarioException>(() => Scenario.Parse($"scenario: n\nnetworks: {{friends: {{over: p}}}}\nentities:\n  p: {{attributes: {{{attributes}}}}}\n  c: {{parent: p, count: 2}}"));

        Assert.Contains(part, wrong.Message, StringComparison.Ordinal);
        Assert.Equal(4, wrong.Errors[0].Place.Line);
    }

    [Fact]
    public void A_constraint_on_neighbours_is_refused()
    {
        var wrong = Assert.Throws<ScenarioException>(() => Scenario.Parse("scenario: n\nnetworks: {friends: {over: p}}\nentities:\n  p: {attributes: {h: {chance: 0.5}, x: {formula: \"share_of(friends, h)\"}}, constraints: [x > 0.1]}"));

        Assert.Contains("depends on neighbours", wrong.Message, StringComparison.Ordinal);
    }
}
