namespace SynthNotebooks.Generators.Private;

/// <summary>Exact marginals of a product of potentials on a junction tree. Holds the tables of one calculation; not thread-safe.</summary>
/// <remarks>
/// <para>Messages go from the leaves to the root in logarithms, then beliefs from the root to the leaves. Each state of a separator owns a run of its
/// clique's cells, whose exponentials are taken relative to the run's largest: they are the clique's conditional distribution given the separator, so
/// the way down is one multiplication a cell, never a division by zero, and no exponential is taken twice. Messages whose subtree did not change are
/// kept.</para>
/// <para>Cost: one exponential and some four passes a cell. Sources: Lauritzen, Spiegelhalter, JRSS B 50(2), 1988; Shafer, Shenoy, UAI 1988,
/// arXiv:1304.2384.</para>
/// </remarks>
internal sealed class BeliefPropagation
{
    private readonly JunctionTree _tree;
    private readonly double[][] _cells; // potentials, then exponentials, of each clique
    private readonly double[][] _sums; // of each run of exponentials
    private readonly double[][] _messages; // logarithms, to the parent
    private readonly double[][] _beliefs;
    private readonly double[][] _separators; // beliefs of the separators, then factors of the runs
    private readonly bool[] _changed;

    public BeliefPropagation(JunctionTree tree)
    {
        _tree = tree;
        _cells = [.. tree.Nodes.Select(node => new double[node.Shape.Cells])];
        _beliefs = [.. tree.Nodes.Select(node => new double[node.Shape.Cells])];
        _sums = [.. tree.Nodes.Select(node => new double[node.Separator.Cells])];
        _messages = [.. tree.Nodes.Select(node => new double[node.Separator.Cells])];
        _separators = [.. tree.Nodes.Select(node => new double[node.Separator.Cells])];
        _changed = new bool[tree.Nodes.Length];
        _changed.AsSpan().Fill(true);
    }

    /// <summary>Logarithm of the sum of the product over all cells; −∞ when no cell is possible. Known after <see cref="Collect"/>.</summary>
    public double LogPartition => _messages[0][0];

    /// <summary>Says that a clique's potential is another than at the last run; all are at the first.</summary>
    public void Changed(int node) => _changed[node] = true;

    /// <summary>The way to the root: makes the conditional tables and the partition function.</summary>
    /// <param name="potential">Writes the logarithms of a clique's own potential into its table; asked only for cliques whose subtree changed.</param>
    public void Collect(Action<int, double[]> potential)
    {
        for (var node = _tree.Nodes.Length - 1; node >= 0; node--)
        {
            foreach (var child in _tree.Children[node]) _changed[node] |= _changed[child];
            if (!_changed[node]) continue;
            potential(node, _cells[node]);
            foreach (var child in _tree.Children[node]) _tree.Nodes[child].FromParent!.Add(_messages[child], _cells[node]);
            var run = _tree.Nodes[node].Run;
            for (var state = 0; state < _sums[node].Length; state++)
            {
                var cells = _cells[node].AsSpan(state * run, run);
                var largest = RunKernels.Maximum(cells);
                if (double.IsNegativeInfinity(largest))
                {
                    cells.Clear();
                    (_sums[node][state], _messages[node][state]) = (0, largest);
                    continue;
                }
                _sums[node][state] = RunKernels.ExpRelative(cells, largest);
                _messages[node][state] = largest + Data.PortableMath.Log(_sums[node][state]);
            }
        }
        _changed.AsSpan().Clear();
    }

    /// <summary>The way back: makes the beliefs of all cliques, each of which sums to 1.</summary>
    public void Distribute()
    {
        for (var node = 0; node < _tree.Nodes.Length; node++)
        {
            var (separator, run) = (_separators[node], _tree.Nodes[node].Run);
            if (_tree.Nodes[node].FromParent is { } projection) projection.Sum(_beliefs[_tree.Nodes[node].Parent], separator);
            else separator[0] = 1;
            for (var state = 0; state < separator.Length; state++)
            {
                var factor = _sums[node][state] > 0 ? separator[state] / _sums[node][state] : 0;
                RunKernels.Scale(_cells[node].AsSpan(state * run, run), factor, _beliefs[node].AsSpan(state * run, run));
            }
        }
    }

    /// <summary>The marginal of a clique in its own shape, after <see cref="Distribute"/>.</summary>
    public ReadOnlySpan<double> Belief(int node) => _beliefs[node];

    /// <summary>The distribution of a clique given its separator: each run sums to 1, or to 0 when its state is impossible. After <see cref="Collect"/>.</summary>
    public double[] Conditional(int node)
    {
        var (run, table) = (_tree.Nodes[node].Run, new double[_cells[node].Length]);
        for (var state = 0; state < _sums[node].Length; state++)
        {
            if (_sums[node][state] > 0) RunKernels.Scale(_cells[node].AsSpan(state * run, run), 1 / _sums[node][state], table.AsSpan(state * run, run));
        }
        return table;
    }
}
