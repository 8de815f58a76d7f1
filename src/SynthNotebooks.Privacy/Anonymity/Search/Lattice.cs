namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>All choices of one level a column, numbered in mixed radix; a node's successors raise one level by one.</summary>
internal sealed class Lattice
{
    private const int MostNodes = 20_000_000;
    private readonly int[] _levels, _strides;
    private readonly byte[] _tags;

    /// <param name="columns">The quasi-identifiers.</param>
    /// <exception cref="AnonymityException">There are too many nodes.</exception>
    public Lattice(IReadOnlyList<QuasiColumn> columns)
    {
        _levels = [.. columns.Select(column => column.Levels)];
        _strides = new int[_levels.Length];
        long nodes = 1;
        for (var i = 0; i < _levels.Length; i++)
        {
            _strides[i] = (int)nodes;
            nodes *= _levels[i];
            if (nodes > MostNodes)
                throw new AnonymityException($"The hierarchies give more than {MostNodes} combinations of levels ({string.Join(" x ", columns.Select(column => $"{column.Name}: {column.Levels}"))}); take fewer quasi-identifiers, fewer levels, or the method mondrian.");
        }
        _tags = new byte[nodes];
    }

    public int Nodes => _tags.Length;

    public bool Has(int node, NodeTag tag) => (_tags[node] & (byte)tag) != 0;

    public void Set(int node, NodeTag tag) => _tags[node] |= (byte)tag;

    public void LevelsOf(int node, Span<int> levels)
    {
        for (var i = 0; i < levels.Length; i++) levels[i] = node / _strides[i] % _levels[i];
    }

    /// <summary>The nodes, those with a smaller sum of levels first.</summary>
    public int[] ByHeight()
    {
        var order = new int[Nodes];
        var heights = new int[Nodes];
        for (var node = 0; node < order.Length; node++)
        {
            order[node] = node;
            for (var i = 0; i < _levels.Length; i++) heights[node] += node / _strides[i] % _levels[i];
        }
        Array.Sort(heights, order); // ties come in an order that depends on the sizes alone
        return order;
    }

    /// <summary>Writes the nodes one step coarser, or one step finer.</summary>
    /// <returns>How many there are.</returns>
    public int Neighbours(int node, bool coarser, Span<int> neighbours)
    {
        var count = 0;
        for (var i = 0; i < _levels.Length; i++)
        {
            var level = node / _strides[i] % _levels[i];
            if (coarser ? level + 1 < _levels[i] : level > 0) neighbours[count++] = node + (coarser ? _strides[i] : -_strides[i]);
        }
        return count;
    }

    /// <summary>Tags a node and all that are coarser, or all that are finer.</summary>
    public void Spread(int node, NodeTag tag, bool coarser)
    {
        if (Has(node, tag)) return;
        Set(node, tag);
        var pending = new Stack<int>();
        pending.Push(node);
        Span<int> neighbours = stackalloc int[_levels.Length];
        while (pending.TryPop(out var at))
        {
            foreach (var next in neighbours[..Neighbours(at, coarser, neighbours)])
            {
                if (Has(next, tag)) continue; // its own neighbours carry the tag too
                Set(next, tag);
                pending.Push(next);
            }
        }
    }
}
