using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Generators.Tests.Private;

public class RoundedSamplerTests
{
    private static readonly int[] Domain = [3, 4, 2, 5];

    [Theory, Seeds(10)]
    public void Counts_of_measured_marginals_follow_the_model_closer_than_independent_draws_would(ulong seed)
    {
        const int rows = 10_000;
        var distribution = Chain(seed);
        var states = new RoundedSampler(distribution).Draw(rows, new SplitRandom(seed));
        var queries = new MarginalQueries(distribution);

        foreach (var columns in new[] { AttributeSet.Of(0), AttributeSet.Of(1), AttributeSet.Of(2), AttributeSet.Of(3), AttributeSet.Of(0, 1), AttributeSet.Of(1, 2), AttributeSet.Of(2, 3) })
        {
            var counts = new DiscreteTable(states, Domain).Counts(columns);
            var expected = queries.Marginal(columns);
            // A cell of a pair of one clique is off by at most one row for each halving of the column that was drawn last, and those before it: a few rows.
            for (var i = 0; i < counts.Length; i++) Assert.InRange(counts[i], rows * expected[i] - 8, rows * expected[i] + 8);
        }
    }

    [Fact]
    public void Each_row_has_the_distribution_of_the_model()
    {
        var distribution = Chain(3);
        var queries = new MarginalQueries(distribution);
        var sampler = new RoundedSampler(distribution);
        const int draws = 20_000;
        const double alpha = 1e-6;
        var joint = queries.Marginal(AttributeSet.Of(0, 1, 2, 3));
        var counts = new int[joint.Length];
        for (var draw = 0; draw < draws; draw++)
        {
            var states = sampler.Draw(3, new SplitRandom((ulong)draw)); // rows of one draw depend on each other, so only one counts
            counts[((states[0][1] * 4 + states[1][1]) * 2 + states[2][1]) * 5 + states[3][1]]++;
        }
        var slack = Math.Sqrt(Math.Log(2 * joint.Length / alpha) / (2 * draws)); // Hoeffding, union over cells

        for (var cell = 0; cell < joint.Length; cell++) Assert.InRange((double)counts[cell] / draws, joint[cell] - slack, joint[cell] + slack);
    }

    [Fact]
    public void Impossible_combinations_never_come_out()
    {
        LogPotential[] potentials =
        [
            LogPotential.Zeros(AttributeSet.Of(0, 1), Domain, states => states[0] <= states[1]),
            LogPotential.Zeros(AttributeSet.Of(1, 3), Domain, states => (states[0] + states[1]) % 2 == 0),
        ];
        var states = new RoundedSampler(Distribution(potentials)).Draw(20_000, new SplitRandom(1));

        for (var row = 0; row < 20_000; row++) Assert.True(states[0][row] <= states[1][row] && (states[1][row] + states[3][row]) % 2 == 0);
    }

    private static TreeDistribution Chain(ulong seed)
    {
        var random = new SplitRandom(seed);
        return Distribution([.. new[] { AttributeSet.Of(0, 1), AttributeSet.Of(1, 2), AttributeSet.Of(2, 3) }.Select(columns => BruteForce.Random(columns, Domain, random))]);
    }

    private static TreeDistribution Distribution(LogPotential[] potentials)
    {
        var tree = JunctionTree.Of(Domain, potentials.Select(potential => potential.Columns));
        var beliefs = new BeliefPropagation(tree);
        beliefs.Collect((node, cells) =>
        {
            cells.AsSpan().Clear();
            foreach (var potential in potentials.Where(potential => tree.Holding(potential.Columns) == node))
                new TableProjection(tree.Nodes[node].Shape, TableShape.Of(potential.Columns, Domain)).Add(potential.Logs, cells);
        });
        return new(tree, [.. tree.Nodes.Select((_, i) => beliefs.Conditional(i))], [], 1000);
    }
}
