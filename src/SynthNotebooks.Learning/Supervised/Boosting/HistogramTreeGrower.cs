using System.Runtime.Intrinsics;

namespace SynthNotebooks.Learning;

/// <summary>Grows one tree after another on the same binned columns. Holds work space: not for several threads at once.</summary>
/// <remarks>
/// The leaf that gains most is split first. Of two children the smaller one's histogram is summed, the other is what is left of the parent. One thread sums one
/// column, in the order of rows, so that the result does not depend on the number of threads. Source: Ke et al., LightGBM, NeurIPS 2017.
/// </remarks>
internal sealed class HistogramTreeGrower
{
    private const int ParallelWork = 1 << 16; // rows × columns below which starting threads costs more than it saves
    private readonly CodedColumn[] _columns;
    private readonly int[] _offsets; // first histogram cell of each column
    private readonly BoostingOptions _options;
    private readonly TrainingContext _context;
    private readonly HistogramSplitSearch _search;
    private readonly int[] _rows, _buffer;
    private readonly Vector256<double>[] _figures; // those of the rows of one node, in their order
    private readonly HistogramSplit[] _found;
    private readonly Stack<Vector256<double>[]> _free = new();

    public HistogramTreeGrower(CodedColumn[] columns, int rows, BoostingOptions options, TrainingContext context)
    {
        (_columns, _options, _context, _search) = (columns, options, context, new(options.MinimumLeaf, options.Ridge));
        (_rows, _buffer, _figures, _found) = (new int[rows], new int[rows], new Vector256<double>[rows], new HistogramSplit[columns.Length]);
        _offsets = new int[columns.Length + 1];
        for (var i = 0; i < columns.Length; i++) _offsets[i + 1] = _offsets[i] + columns[i].States;
    }

    /// <summary>Grows a tree and adds its values to the raw scores of the training rows.</summary>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="figures">Gradient, curvature, 1, 0 of every row of the table.</param>
    /// <param name="raw">Raw score of every row of the table.</param>
    /// <param name="gains">Added to: by column, the gains of its splits.</param>
    public BoostedTree Grow(ReadOnlySpan<int> training, Vector256<double>[] figures, double[] raw, double[] gains)
    {
        training.CopyTo(_rows);
        var nodes = new List<Node>();
        var open = new PriorityQueue<int, (double, int)>();
        var root = new Node(0, training.Length, 0, Total(training, figures));
        nodes.Add(root);
        if (CanSplit(root)) Open(0, nodes, Sum(root, figures), open);
        var leaves = 1;
        while (leaves < _options.Leaves && open.TryDequeue(out var at, out _))
        {
            var node = nodes[at];
            var split = node.Best.Split!;
            gains[split.Column] += node.Best.Gain;
            var leftCount = Divide(node, split);
            node.Child = nodes.Count;
            var left = new Node(node.Start, leftCount, node.Depth + 1, node.Best.Left);
            var right = new Node(node.Start + leftCount, node.Count - leftCount, node.Depth + 1, node.Total - node.Best.Left);
            nodes.Add(left);
            nodes.Add(right);
            leaves++;
            OpenChildren(node, leaves < _options.Leaves, nodes, figures, open);
        }
        foreach (var node in nodes)
            if (node.Cells is not null) Free(node);
        return Finish(nodes, raw);
    }

    private void OpenChildren(Node parent, bool more, List<Node> nodes, Vector256<double>[] figures, PriorityQueue<int, (double, int)> open)
    {
        var (left, right) = (nodes[parent.Child], nodes[parent.Child + 1]);
        if (more && (CanSplit(left) || CanSplit(right)))
        {
            var leftIsSmaller = left.Count <= right.Count;
            var small = Sum(leftIsSmaller ? left : right, figures);
            var large = parent.Cells!;
            parent.Cells = null;
            HistogramSums.Subtract(large, small);
            Open(parent.Child, nodes, leftIsSmaller ? small : large, open);
            Open(parent.Child + 1, nodes, leftIsSmaller ? large : small, open);
        }
        if (parent.Cells is not null) Free(parent);
    }

    private bool CanSplit(Node node) => node.Count >= 2 * _options.MinimumLeaf && node.Depth < _options.MaximumDepth;

    private void Open(int at, List<Node> nodes, Vector256<double>[] cells, PriorityQueue<int, (double, int)> open)
    {
        var node = nodes[at];
        node.Cells = cells;
        if (CanSplit(node)) node.Best = BestOf(node, cells);
        if (node.Best.Split is null) Free(node);
        else open.Enqueue(at, (-node.Best.Gain, at));
    }

    private void Free(Node node)
    {
        _free.Push(node.Cells!);
        node.Cells = null;
    }

    private HistogramSplit BestOf(Node node, Vector256<double>[] cells)
    {
        for (var column = 0; column < _columns.Length; column++)
            _found[column] = _search.Best(column, _columns[column], cells.AsSpan(_offsets[column].._offsets[column + 1]), node.Total);
        var best = default(HistogramSplit);
        foreach (var found in _found)
            if (found.Gain > best.Gain) best = found; // ties go to the earlier column
        return best;
    }

    private Vector256<double>[] Sum(Node node, Vector256<double>[] figures)
    {
        _context.Cancellation.ThrowIfCancellationRequested();
        for (var i = node.Start; i < node.Start + node.Count; i++) _figures[i] = figures[_rows[i]];
        if (_free.TryPop(out var cells)) Array.Clear(cells);
        else cells = new Vector256<double>[_offsets[^1]];
        if (_context.Threads > 1 && (long)node.Count * _columns.Length >= ParallelWork) Parallel.For(0, _columns.Length, _context.Parallelism, SumColumn);
        else
            for (var column = 0; column < _columns.Length; column++) SumColumn(column);
        return cells;

        void SumColumn(int column) => HistogramSums.Add(
            _rows.AsSpan(node.Start, node.Count), _figures.AsSpan(node.Start, node.Count), _columns[column].Codes, cells.AsSpan(_offsets[column].._offsets[column + 1]));
    }

    private static Vector256<double> Total(ReadOnlySpan<int> rows, Vector256<double>[] figures)
    {
        var total = Vector256<double>.Zero;
        foreach (var row in rows) total += figures[row];
        return total;
    }

    // Keeps the order of rows on either side.
    private int Divide(Node node, Split split)
    {
        var run = _rows.AsSpan(node.Start, node.Count);
        var codes = _columns[split.Column].Codes;
        int left = 0, right = 0;
        foreach (var row in run)
        {
            if (split.GoesLeft(codes[row])) run[left++] = row;
            else _buffer[right++] = row;
        }
        _buffer.AsSpan(0, right).CopyTo(run[left..]);
        return left;
    }

    private BoostedTree Finish(List<Node> nodes, double[] raw)
    {
        var count = nodes.Count;
        int[] columns = new int[count], children = new int[count], starts = new int[count], counts = new int[count];
        var left = new ulong[count * (CodedColumn.MostStates / 64)];
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            var node = nodes[i];
            (starts[i], counts[i]) = (node.Start, node.Count);
            if (node.Child > 0)
            {
                (columns[i], children[i]) = (node.Best.Split!.Column, node.Child);
                node.Best.Split.Left.CopyTo(left.AsSpan(i * (CodedColumn.MostStates / 64)));
                continue;
            }
            values[i] = -_options.LearningRate * node.Total[0] / (node.Total[1] + _options.Ridge + 1e-15);
            foreach (var row in _rows.AsSpan(node.Start, node.Count)) raw[row] += values[i];
        }
        return new(new(columns, children, left, starts, counts), values);
    }

    private sealed class Node(int start, int count, int depth, Vector256<double> total)
    {
        public int Start => start;

        public int Count => count;

        public int Depth => depth;

        public Vector256<double> Total => total;

        public Vector256<double>[]? Cells { get; set; }

        public HistogramSplit Best { get; set; }

        /// <summary>The first child; 0 in leaves.</summary>
        public int Child { get; set; }
    }
}
