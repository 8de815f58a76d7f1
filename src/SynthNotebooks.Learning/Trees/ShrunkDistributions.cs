using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The distribution of a column in each leaf of a tree, pulled towards that of the nodes above. Immutable.</summary>
/// <remarks>
/// <para>From a node of n rows to its child the probability of a state changes by n / (n + λ) times what its share changes, so that splits of few rows say
/// little. A leaf's distribution is therefore a mixture of the shares in the nodes on its way, and the mixture over all training rows is the root's share
/// exactly: smoothing does not shift the column's marginal.</para>
/// <para>Memory: a byte a row. A draw costs two random numbers. Source: Agarwal et al., Hierarchical Shrinkage, ICML 2022, arXiv:2202.00858.</para>
/// </remarks>
public sealed class ShrunkDistributions
{
    private readonly PartitionTree _tree;
    private readonly byte[] _states;
    private readonly double _pull;

    /// <param name="tree">Whose leaves.</param>
    /// <param name="states">State of each of the tree's rows, in the tree's order; the order within a leaf does not matter.</param>
    /// <param name="pull">The strength λ, in rows; at least 0.</param>
    public ShrunkDistributions(PartitionTree tree, byte[] states, double pull)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(states);
        if (states.Length != tree.Counts[0] || states.Length == 0) throw new ArgumentException($"A tree of {tree.Counts[0]} rows cannot have {states.Length} states.", nameof(states));
        (_tree, _states, _pull) = (tree, states, pull);
    }

    /// <summary>The states, sorted within each leaf: the leaves' counts in another form.</summary>
    public static byte[] Sorted(PartitionTree tree, ReadOnlySpan<int> rows, byte[] codes)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(codes);
        var states = new byte[rows.Length];
        for (var i = 0; i < states.Length; i++) states[i] = codes[rows[i]];
        for (var node = 0; node < tree.Nodes; node++)
            if (tree.IsLeaf(node)) states.AsSpan(tree.Starts[node], tree.Counts[node]).Sort();
        return states;
    }

    /// <summary>The strength λ, in rows.</summary>
    public double Pull => _pull;

    /// <summary>The states of all rows, sorted within each leaf.</summary>
    public ReadOnlySpan<byte> States => _states;

    /// <summary>A state of a node.</summary>
    public byte Draw(int node, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var level = random.NextDouble();
        while (_tree.Parent(node) is >= 0 and var parent && level >= Trust(parent)) node = parent;
        return _states[_tree.Starts[node] + (int)(random.NextDouble() * _tree.Counts[node])];
    }

    /// <summary>Probability of every state in every node.</summary>
    /// <param name="states">Number of states.</param>
    /// <returns>[nodes · states], node by node.</returns>
    /// <remarks>Cost: rows · depth + nodes · states.</remarks>
    public float[] Probabilities(int states)
    {
        var result = new float[checked(_tree.Nodes * states)];
        var counts = new int[states];
        var shares = new float[result.Length];
        for (var node = 0; node < _tree.Nodes; node++)
        {
            Array.Clear(counts);
            foreach (var state in _states.AsSpan(_tree.Starts[node], _tree.Counts[node])) counts[state]++;
            var (at, parent) = (node * states, _tree.Parent(node) * states);
            for (var state = 0; state < states; state++)
            {
                shares[at + state] = (float)counts[state] / _tree.Counts[node];
                result[at + state] = parent < 0 ? shares[state] : MathF.Max(0, result[parent + state] + (float)Trust(_tree.Parent(node)) * (shares[at + state] - shares[parent + state]));
            }
        }
        return result;
    }

    private double Trust(int node) => _tree.Counts[node] / (_tree.Counts[node] + _pull);
}
