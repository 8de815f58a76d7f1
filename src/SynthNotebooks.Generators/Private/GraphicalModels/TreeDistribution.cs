namespace SynthNotebooks.Generators.Private;

/// <summary>A joint distribution as one conditional table for each clique of a junction tree. Immutable.</summary>
internal sealed class TreeDistribution
{
    private readonly Lazy<double[][]> _beliefs;

    /// <param name="tree">The cliques.</param>
    /// <param name="conditionals">For each clique its distribution given its separator, in the clique's shape.</param>
    /// <param name="potentials">Of the measured marginals, from which a later fit can start; empty when not known.</param>
    /// <param name="total">Number of records that the distribution stands for.</param>
    public TreeDistribution(JunctionTree tree, double[][] conditionals, IReadOnlyList<LogPotential> potentials, double total)
    {
        (Tree, Conditionals, Potentials, Total) = (tree, conditionals, potentials, total);
        _beliefs = new(Distribute);
    }

    public JunctionTree Tree { get; }

    /// <summary>For each clique its distribution given its separator; runs of impossible states are 0.</summary>
    public double[][] Conditionals { get; }

    public IReadOnlyList<LogPotential> Potentials { get; }

    /// <summary>Number of records.</summary>
    public double Total { get; }

    /// <summary>The marginal of each clique, in its shape.</summary>
    public double[][] Beliefs => _beliefs.Value;

    private double[][] Distribute()
    {
        var beliefs = new double[Tree.Nodes.Length][];
        for (var i = 0; i < beliefs.Length; i++)
        {
            var node = Tree.Nodes[i];
            beliefs[i] = [.. Conditionals[i]];
            if (node.FromParent is not { } projection) continue;
            var separator = new double[node.Separator.Cells];
            projection.Sum(beliefs[node.Parent], separator);
            for (var state = 0; state < separator.Length; state++) RunKernels.Scale(separator[state], beliefs[i].AsSpan(state * node.Run, node.Run));
        }
        return beliefs;
    }
}
