using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The distribution of a column in each leaf of a tree, pulled towards that of the nodes above. Immutable.</summary>
/// <remarks>
/// <para>In a node of n rows a state has probability (count + λ · its probability in the parent) / (n + λ); in the root its share. So leaves of few rows say
/// little by themselves, and no leaf hands out its rows alone.</para>
/// <para>Memory: a byte a row. A draw costs one random number a level, mostly one or two. Source: hierarchical shrinkage, McCallum et al.,
/// ICML 1998; Agarwal et al., ICML 2022, arXiv:2202.00858.</para>
/// </remarks>
public sealed class ShrunkDistributions
{
    private readonly PartitionTree _tree;
    private readonly byte[] _states;
    private readonly double _pull;

    /// <param name="tree">Whose leaves.</param>
    /// <param name="states">State of each of the tree's rows, in the tree's order; the order within a leaf does not matter.</param>
    /// <param name="pull">Weight λ of the parent, in rows; at least 0.</param>
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

    /// <summary>The states of all rows, sorted within each leaf.</summary>
    public ReadOnlySpan<byte> States => _states;

    /// <summary>A state of a node.</summary>
    public byte Draw(int node, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        while (true)
        {
            var count = _tree.Counts[node];
            var parent = _tree.Parent(node);
            if (parent < 0) return _states[_tree.Starts[node] + (int)(random.NextDouble() * count)];
            var at = random.NextDouble() * (count + _pull);
            if (at < count) return _states[_tree.Starts[node] + (int)at];
            node = parent;
        }
    }

    /// <summary>Probability of every state in every node.</summary>
    /// <param name="states">Number of states.</param>
    /// <returns>[nodes · states], node by node.</returns>
    /// <remarks>Cost: rows · depth + nodes · states.</remarks>
    public float[] Probabilities(int states)
    {
        var result = new float[checked(_tree.Nodes * states)];
        var counts = new int[states];
        for (var node = 0; node < _tree.Nodes; node++)
        {
            Array.Clear(counts);
            foreach (var state in _states.AsSpan(_tree.Starts[node], _tree.Counts[node])) counts[state]++;
            var parent = _tree.Parent(node);
            var pull = parent < 0 ? 0 : _pull;
            for (var state = 0; state < states; state++)
                result[node * states + state] = (float)((counts[state] + (parent < 0 ? 0 : pull * result[parent * states + state])) / (_tree.Counts[node] + pull));
        }
        return result;
    }
}
