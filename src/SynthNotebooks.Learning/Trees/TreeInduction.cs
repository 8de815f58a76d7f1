using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Grows classification and regression trees on columns of small whole numbers.</summary>
/// <remarks>
/// Greedy, depth first, by the largest gain in purity; ties go to the evener split, then to the earlier column. Missing is a state of its own, which goes to
/// the side where it gains more. Deterministic: the same rows in the same order give the same tree. Cost: rows × columns × depth, about 5 ns each.
/// Source: Breiman, Friedman, Olshen, Stone, Classification and Regression Trees, 1984.
/// </remarks>
public static class TreeInduction
{
    /// <summary>Grows a tree.</summary>
    /// <param name="columns">All columns that nodes speak of, by their position.</param>
    /// <param name="candidates">Positions of the columns that may be split on.</param>
    /// <param name="target">What is told apart.</param>
    /// <param name="rows">Training rows; put into the tree's order, in which every node's rows are one run.</param>
    /// <param name="options">When to stop.</param>
    /// <param name="random">Draws the columns of each node; needed only when <see cref="TreeOptions.ColumnsPerSplit"/> asks for it.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    public static PartitionTree Grow(IReadOnlyList<CodedColumn> columns, IReadOnlyList<int> candidates, TreeTarget target, int[] rows, TreeOptions options,
        SplitRandom? random = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        var nodes = new Nodes();
        nodes.Add(0, rows.Length);
        if (rows.Length == 0 || candidates.Count == 0) return nodes.ToTree();
        var search = new SplitSearch(columns, target, options, rows);
        int[] drawn = [.. candidates];
        var buffer = new int[rows.Length];
        var open = new Stack<(int Node, int Depth)>();
        open.Push((0, 0));
        while (open.TryPop(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            if (next.Depth >= options.MaximumDepth) continue;
            var run = rows.AsSpan(nodes.Starts[next.Node], nodes.Counts[next.Node]);
            if (search.Best(run, Draw(drawn, options.ColumnsPerSplit, random)) is not { } split) continue;
            var left = Divide(run, columns[split.Column].Codes, split, buffer);
            var child = nodes.Split(next.Node, split, left);
            open.Push((child + 1, next.Depth + 1));
            open.Push((child, next.Depth + 1));
        }
        return nodes.ToTree();
    }

    private static ReadOnlySpan<int> Draw(int[] candidates, int count, SplitRandom? random)
    {
        if (random is null || count <= 0 || count >= candidates.Length) return candidates;
        for (var i = 0; i < count; i++)
        {
            var j = i + random.NextBelow(candidates.Length - i);
            (candidates[i], candidates[j]) = (candidates[j], candidates[i]);
        }
        return candidates.AsSpan(0, count);
    }

    // Keeps the order of rows on either side.
    private static int Divide(Span<int> rows, byte[] codes, Split split, int[] buffer)
    {
        int left = 0, right = 0;
        foreach (var row in rows)
        {
            if (split.GoesLeft(codes[row])) rows[left++] = row;
            else buffer[right++] = row;
        }
        buffer.AsSpan(0, right).CopyTo(rows[left..]);
        return left;
    }

    private sealed class Nodes
    {
        private readonly List<int> _columns = [], _children = [];
        private readonly List<ulong> _left = [];

        public List<int> Starts { get; } = [];

        public List<int> Counts { get; } = [];

        public void Add(int start, int count)
        {
            _columns.Add(0);
            _children.Add(0);
            _left.AddRange([0UL, 0UL, 0UL, 0UL]);
            Starts.Add(start);
            Counts.Add(count);
        }

        public int Split(int node, Split split, int left)
        {
            var child = Starts.Count;
            (_columns[node], _children[node]) = (split.Column, child);
            for (var i = 0; i < split.Left.Length; i++) _left[4 * node + i] = split.Left[i];
            Add(Starts[node], left);
            Add(Starts[node] + left, Counts[node] - left);
            return child;
        }

        public PartitionTree ToTree() => new([.. _columns], [.. _children], [.. _left], [.. Starts], [.. Counts]);
    }
}
