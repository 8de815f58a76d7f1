using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Chooses how strongly the leaves of a tree are pulled towards the nodes above, by rows that the tree has not seen.</summary>
public static class PullChoice
{
    private const int Steps = 14;

    /// <summary>The strength λ of <see cref="ShrunkDistributions"/>, a power of two of 1 to 8192, under which the unseen rows are likeliest.</summary>
    /// <param name="tree">Grown on other rows.</param>
    /// <param name="treeStates">State of each of the tree's rows, in the tree's order.</param>
    /// <param name="states">Number of states.</param>
    /// <param name="unseen">Leaf and state of each unseen row; states that the tree has not seen are passed over.</param>
    /// <remarks>Cost: nodes · states + tree rows · depth + unseen rows · depth · 14.</remarks>
    public static double Choose(PartitionTree tree, ReadOnlySpan<byte> treeStates, int states, IReadOnlyList<(int Leaf, byte State)> unseen) =>
        Best(LogLikelihoods(tree, treeStates, states, unseen));

    /// <summary>The logarithm of the unseen rows' probability for each strength that <see cref="Choose"/> tries, so that several trees can choose together.</summary>
    public static double[] LogLikelihoods(PartitionTree tree, ReadOnlySpan<byte> treeStates, int states, IReadOnlyList<(int Leaf, byte State)> unseen)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(unseen);
        var counts = Counts(tree, treeStates, states);
        var sums = new FixedOrderSum[Steps];
        var (path, p) = (new List<int>(), new double[Steps]);
        foreach (var (leaf, state) in unseen)
        {
            if (counts[state] == 0) continue; // the root has none
            path.Clear();
            for (var node = leaf; node > 0; node = tree.Parent(node)) path.Add(node);
            p.AsSpan().Fill((double)counts[state] / tree.Counts[0]);
            var (above, shareAbove) = ((double)tree.Counts[0], p[0]);
            for (var i = path.Count - 1; i >= 0; i--)
            {
                var share = (double)counts[path[i] * states + state] / tree.Counts[path[i]];
                var pull = 1.0;
                for (var step = 0; step < Steps; step++, pull *= 2) p[step] += above / (above + pull) * (share - shareAbove);
                (above, shareAbove) = (tree.Counts[path[i]], share);
            }
            for (var step = 0; step < Steps; step++) sums[step].Add(PortableMath.Log(Math.Max(p[step], 1e-12))); // rounding
        }
        return Array.ConvertAll(sums, sum => sum.Value);
    }

    /// <summary>The strength of the largest of <see cref="LogLikelihoods"/>, of equals the larger.</summary>
    public static double Best(ReadOnlySpan<double> logLikelihoods)
    {
        var best = 0;
        for (var step = 1; step < logLikelihoods.Length; step++)
            if (logLikelihoods[step] >= logLikelihoods[best]) best = step;
        return 1L << best;
    }

    private static int[] Counts(PartitionTree tree, ReadOnlySpan<byte> treeStates, int states)
    {
        var counts = new int[checked(tree.Nodes * states)];
        for (var node = tree.Nodes - 1; node >= 0; node--)
        {
            if (tree.IsLeaf(node))
                foreach (var state in treeStates.Slice(tree.Starts[node], tree.Counts[node])) counts[node * states + state]++;
            if (node == 0) continue;
            var parent = tree.Parent(node) * states;
            for (var state = 0; state < states; state++) counts[parent + state] += counts[node * states + state];
        }
        return counts;
    }
}
