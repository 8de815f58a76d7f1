namespace SynthNotebooks.Learning;

/// <summary>A binary tree that sends each row to one leaf. Immutable.</summary>
/// <remarks>
/// Node 0 is the root; the children of a node stand side by side behind it. The training rows of a node are one run of rows in the tree's order, which
/// holds those of its children. Memory: 52 bytes a node.
/// </remarks>
public sealed class PartitionTree
{
    private const int Words = CodedColumn.MostStates / 64;
    private readonly int[] _columns, _children, _parents, _starts, _counts;
    private readonly ulong[] _left;

    /// <param name="columns">Column that each node is split on; anything in leaves.</param>
    /// <param name="children">First child of each node, the second stands behind it; 0 in leaves.</param>
    /// <param name="left">For each node 256 bits, of which those set are the states that go to the first child.</param>
    /// <param name="starts">First training row of each node in the tree's order.</param>
    /// <param name="counts">Number of training rows of each node.</param>
    /// <exception cref="ArgumentException">The arrays are not those of a tree.</exception>
    public PartitionTree(int[] columns, int[] children, ulong[] left, int[] starts, int[] counts)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(children);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(counts);
        var nodes = columns.Length;
        if (nodes == 0 || children.Length != nodes || left.Length != nodes * Words || starts.Length != nodes || counts.Length != nodes || starts[0] != 0 || counts[0] < 0)
            throw new ArgumentException($"A tree of {nodes} nodes needs arrays of as many items.", nameof(columns));
        (_columns, _children, _left, _starts, _counts) = (columns, children, left, starts, counts);
        _parents = new int[nodes];
        _parents.AsSpan().Fill(-1);
        for (var node = 0; node < nodes; node++)
        {
            var child = children[node];
            if (child == 0) continue;
            if (child <= node || child + 1 >= nodes || _parents[child] >= 0 || _parents[child + 1] >= 0 || counts[child] < 0 || counts[child + 1] < 0
                || starts[child] != starts[node] || starts[child + 1] != starts[node] + counts[child] || counts[child] + counts[child + 1] != counts[node])
                throw new ArgumentException($"Node {node} of a tree cannot have children {child} and {child + 1}.", nameof(children));
            _parents[child] = _parents[child + 1] = node;
        }
        if (_parents.AsSpan(1).Contains(-1)) throw new ArgumentException("A node of a tree has no parent.", nameof(children));
    }

    /// <summary>Number of nodes, leaves included.</summary>
    public int Nodes => _columns.Length;

    /// <summary>Column that each node is split on.</summary>
    public ReadOnlySpan<int> Columns => _columns;

    /// <summary>First child of each node; 0 in leaves.</summary>
    public ReadOnlySpan<int> Children => _children;

    /// <summary>For each node 256 bits: the states that go to the first child.</summary>
    public ReadOnlySpan<ulong> LeftStates => _left;

    /// <summary>First training row of each node in the tree's order.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>Number of training rows of each node.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Whether a node is a leaf.</summary>
    public bool IsLeaf(int node) => _children[node] == 0;

    /// <summary>The node above; −1 above the root.</summary>
    public int Parent(int node) => _parents[node];

    /// <summary>Number of leaves.</summary>
    public int Leaves => (Nodes + 1) / 2;

    /// <summary>Splits between the root and the deepest leaf.</summary>
    public int Depth
    {
        get
        {
            var depths = new int[Nodes];
            for (var node = 1; node < Nodes; node++) depths[node] = depths[_parents[node]] + 1;
            return depths.Max();
        }
    }

    /// <summary>The same splits with other training rows in their place.</summary>
    /// <param name="states">Column by row.</param>
    /// <param name="rows">Put into the tree's order; rows of a leaf keep theirs.</param>
    public PartitionTree Refilled(byte[][] states, int[] rows)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(rows);
        var (starts, counts) = (new int[Nodes], new int[Nodes]);
        var leaves = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            leaves[i] = Leaf(states, rows[i]);
            counts[leaves[i]]++;
        }
        for (var node = Nodes - 1; node > 0; node--) counts[_parents[node]] += counts[node]; // children stand behind their parents
        for (var node = 0; node < Nodes; node++)
        {
            if (_children[node] is not (> 0 and var child)) continue;
            starts[child] = starts[node];
            starts[child + 1] = starts[node] + counts[child];
        }
        var next = (int[])starts.Clone();
        var source = (int[])rows.Clone();
        for (var i = 0; i < source.Length; i++) rows[next[leaves[i]]++] = source[i];
        return new(_columns, _children, _left, starts, counts);
    }

    /// <summary>The leaf of a row.</summary>
    /// <param name="states">Column by row.</param>
    /// <param name="row">Which row.</param>
    public int Leaf(byte[][] states, int row)
    {
        var node = 0;
        while (_children[node] is var child && child != 0)
        {
            var state = states[_columns[node]][row];
            node = child + 1 - (int)(_left[node * Words + (state >> 6)] >> (state & 63) & 1);
        }
        return node;
    }

    /// <summary>The leaf of a row.</summary>
    /// <param name="states">State of each column in that row.</param>
    public int Leaf(ReadOnlySpan<byte> states)
    {
        var node = 0;
        while (_children[node] is var child && child != 0)
        {
            int state = states[_columns[node]];
            node = child + 1 - (int)(_left[node * Words + (state >> 6)] >> (state & 63) & 1);
        }
        return node;
    }
}
