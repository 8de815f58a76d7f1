using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class NetworkTests
{
    [Fact]
    public void Small_worlds_keep_their_mean_degree() => Assert.InRange(Degrees("small-world", 8).Average(), 7.99, 8.0);

    [Fact]
    public void Random_networks_have_degrees_of_the_binomial_law()
    {
        var degrees = Degrees("random", 8);

        Assert.Equal(8, degrees.Average(), 9);
        var variance = degrees.Sum(degree => (degree - 8.0) * (degree - 8)) / degrees.Length;
        Assert.InRange(variance, 8 - 5.6 * 8 * Math.Sqrt(2.125 / degrees.Length), 8 + 5.6 * 8 * Math.Sqrt(2.125 / degrees.Length)); // Poisson in the limit: kurtosis 3 + 1/8
    }

    [Fact]
    public void Scale_free_networks_have_the_tail_of_preferential_attachment()
    {
        var degrees = Degrees("scale-free", 8);

        // With m = 4 edges a row the share of degree k tends to 2m(m+1)/(k(k+1)(k+2)): a third of all rows have 4; slack for the start and the dependence of rows
        Assert.InRange(degrees.Count(degree => degree == 4) / (double)degrees.Length, 1 / 3.0 - 2 * Tolerance.OfMean(degrees.Length), 1 / 3.0 + 2 * Tolerance.OfMean(degrees.Length));
        Assert.True(degrees.Max() > 100, $"the greatest degree is {degrees.Max()}");
    }

    [Fact]
    public void Adoption_spreads_faster_through_a_network_than_alone()
    {
        Assert.True(Adopters("0.3 * mean(neighbours.adopted)") > 1.3 * Adopters("0"));

        static double Adopters(string influence)
        {
            var world = Worlds.Of($"scenario: n\nnetworks: {{friends: {{over: p, model: small-world}}}}\nrounds: [{{over: p, every: 30 days, set: {{adopted: \"adopted or random() < 0.02 + {influence}\"}}, log: adoption}}]\nentities:\n  p: {{attributes: {{adopted: {{chance: 0}}}}}}", 2000);
            var adopters = world["p"]["adopted"].ToNumbers().Sum();
            Assert.Equal(adopters, world["adoption"].Rows.Count);
            return adopters;
        }
    }

    private static int[] Degrees(string model, double degree)
    {
        const int rows = 20_000;
        var network = new Network("n", new EntityPlan("e", ScenarioNode.Map([])) { RootRows = rows }, model, degree, 0.1, 10, 0.8);
        network.Make(new SplitRandom(4), default);
        for (var row = 0; row < rows; row++)
            foreach (var neighbour in network.Neighbours(row)) Assert.True(neighbour != row && network.Neighbours(neighbour).Contains(row));
        return [.. Enumerable.Range(0, rows).Select(row => network.Neighbours(row).Length)];
    }
}
