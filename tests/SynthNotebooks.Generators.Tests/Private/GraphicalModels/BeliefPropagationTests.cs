using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Generators.Tests.Private;

public class BeliefPropagationTests
{
    private static readonly AttributeSet[][] Graphs =
    [
        [AttributeSet.Of(0, 1), AttributeSet.Of(1, 2), AttributeSet.Of(2, 3), AttributeSet.Of(3, 4), AttributeSet.Of(4, 5)], // chain
        [AttributeSet.Of(0, 1), AttributeSet.Of(1, 2), AttributeSet.Of(2, 3), AttributeSet.Of(0, 3), AttributeSet.Of(3, 4)], // circle, 5 alone
        [AttributeSet.Of(0, 1, 2), AttributeSet.Of(2, 3, 4), AttributeSet.Of(1, 5), AttributeSet.Of(4, 5)],
        [AttributeSet.Of(0, 5), AttributeSet.Of(1, 5), AttributeSet.Of(2, 5), AttributeSet.Of(3, 5), AttributeSet.Of(4, 5)], // star
        [AttributeSet.Of(3)],
    ];

    public static TheoryData<int, int> Cases
    {
        get
        {
            var cases = new TheoryData<int, int>();
            for (var graph = 0; graph < Graphs.Length; graph++)
                for (var seed = 0; seed < 6; seed++) cases.Add(graph, seed);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Beliefs_and_the_partition_function_are_those_of_brute_force(int graph, int seed)
    {
        var (domain, potentials) = Model(graph, seed);
        var truth = new BruteForce(domain, potentials);
        var (tree, beliefs) = Propagated(domain, potentials);

        Assert.Equal(Math.Log(truth.Partition), beliefs.LogPartition, 1e-10);
        for (var node = 0; node < tree.Nodes.Length; node++)
        {
            var shape = tree.Nodes[node].Shape;
            var ascending = new double[shape.Cells];
            new TableProjection(shape, TableShape.Of(shape.Columns, domain)).Sum(beliefs.Belief(node), ascending);
            AssertNear(truth.Marginal(shape.Columns), ascending);
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Queries_inside_and_outside_cliques_are_those_of_brute_force(int graph, int seed)
    {
        var (domain, potentials) = Model(graph, seed);
        var truth = new BruteForce(domain, potentials);
        var (tree, beliefs) = Propagated(domain, potentials);
        var queries = new MarginalQueries(new TreeDistribution(tree, [.. tree.Nodes.Select((_, i) => beliefs.Conditional(i))], [], 1));

        foreach (var columns in BruteForce.Subsets(domain.Length, domain.Length)) AssertNear(truth.Marginal(columns), queries.Marginal(columns));
    }

    [Fact]
    public void Cells_ruled_out_have_no_probability_and_a_contradiction_has_none_left()
    {
        int[] domain = [3, 2, 4];
        var random = new SplitRandom(4);
        LogPotential[] potentials =
        [
            BruteForce.Random(AttributeSet.Of(0, 1), domain, random), BruteForce.Random(AttributeSet.Of(1, 2), domain, random),
            LogPotential.Zeros(AttributeSet.Of(0, 1), domain, states => states[0] != 1),
            LogPotential.Zeros(AttributeSet.Of(1, 2), domain, states => states[0] == 0 || states[1] > 1),
        ];
        var truth = new BruteForce(domain, potentials);
        var (tree, beliefs) = Propagated(domain, potentials);
        var queries = new MarginalQueries(new TreeDistribution(tree, [.. tree.Nodes.Select((_, i) => beliefs.Conditional(i))], [], 1));

        AssertNear(truth.Marginal(AttributeSet.Of(0, 2)), queries.Marginal(AttributeSet.Of(0, 2)));
        Assert.Equal(0, queries.Marginal(AttributeSet.Of(0))[1]);
        var (_, impossible) = Propagated(domain, [.. potentials, LogPotential.Zeros(AttributeSet.Of(0), domain, states => states[0] == 1)]);
        Assert.Equal(double.NegativeInfinity, impossible.LogPartition);
    }

    [Fact]
    public void Potentials_of_any_size_neither_overflow_nor_vanish()
    {
        int[] domain = [2, 2, 2];
        LogPotential[] potentials = [new(AttributeSet.Of(0, 1), [5000, -5000, -5000, 5000]), new(AttributeSet.Of(1, 2), [-9000, 9000, 9000, -9000])];
        var (tree, beliefs) = Propagated(domain, potentials);
        var queries = new MarginalQueries(new TreeDistribution(tree, [.. tree.Nodes.Select((_, i) => beliefs.Conditional(i))], [], 1));

        Assert.Equal(14000 + Math.Log(2), beliefs.LogPartition, 1e-9);
        AssertNear([0, 0.5, 0.5, 0], queries.Marginal(AttributeSet.Of(0, 2)));
    }

    [Fact]
    public void Only_cliques_whose_subtree_changed_are_asked_again()
    {
        int[] domain = [2, 3, 2, 3];
        var tree = JunctionTree.Of(domain, [AttributeSet.Of(0, 1), AttributeSet.Of(0, 2), AttributeSet.Of(0, 3)]);
        var beliefs = new BeliefPropagation(tree);
        var random = new SplitRandom(1);
        double[][] tables = [.. tree.Nodes.Select(node => new double[node.Shape.Cells].Select(_ => random.NextNormal()).ToArray())];
        beliefs.Collect((node, cells) => tables[node].CopyTo(cells, 0));
        var last = tree.Nodes.Length - 1;
        tables[last][0] += 1;
        var asked = new List<int>();
        beliefs.Changed(last);
        beliefs.Collect((node, cells) =>
        {
            asked.Add(node);
            tables[node].CopyTo(cells, 0);
        });
        var fresh = new BeliefPropagation(tree);
        fresh.Collect((node, cells) => tables[node].CopyTo(cells, 0));

        var path = new List<int>();
        for (var node = last; node >= 0; node = tree.Nodes[node].Parent) path.Add(node);
        Assert.Equal(path, asked);
        Assert.True(asked.Count < tree.Nodes.Length);
        Assert.Equal(fresh.LogPartition, beliefs.LogPartition);
    }

    private static (int[] Domain, LogPotential[] Potentials) Model(int graph, int seed)
    {
        var random = new SplitRandom((ulong)(100 * graph + seed));
        var domain = seed % 2 == 0 ? [2, 2, 2, 2, 2, 2] : new int[6].Select(_ => 1 + random.NextBelow(4)).ToArray();
        return (domain, [.. Graphs[graph].Select(columns => BruteForce.Random(columns, domain, random, 2))]);
    }

    private static (JunctionTree Tree, BeliefPropagation Beliefs) Propagated(int[] domain, LogPotential[] potentials)
    {
        var tree = JunctionTree.Of(domain, potentials.Select(potential => potential.Columns));
        var beliefs = new BeliefPropagation(tree);
        beliefs.Collect((node, cells) =>
        {
            cells.AsSpan().Clear();
            foreach (var potential in potentials)
            {
                if (tree.Holding(potential.Columns) != node) continue;
                new TableProjection(tree.Nodes[node].Shape, TableShape.Of(potential.Columns, domain)).Add(potential.Logs, cells);
            }
        });
        if (beliefs.LogPartition > double.NegativeInfinity) beliefs.Distribute();
        return (tree, beliefs);
    }

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-11);
    }
}
