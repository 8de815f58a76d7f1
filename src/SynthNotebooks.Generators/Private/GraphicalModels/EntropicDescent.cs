using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Private;

/// <summary>Finds the distribution on a junction tree whose marginals lie nearest to noisy ones: minimises Σ ‖n·M(p) − y‖² / (2σ²).</summary>
/// <remarks>
/// <para>Mirror descent in the potentials of the largest measured marginals: θ ← θ − η·slope, then exact marginals by belief propagation. The step is
/// found by a line search that remembers the last one. Among distributions with the same marginals the one of greatest entropy comes out.</para>
/// <para>Cost: one belief propagation a step. Sources: McKenna, Sheldon, Miklau, ICML 2019, arXiv:1901.09136; Beck, Teboulle, Oper. Res. Lett. 31, 2003,
/// doi:10.1016/S0167-6377(02)00231-6.</para>
/// </remarks>
internal sealed class EntropicDescent
{
    private readonly JunctionTree _tree;
    private readonly MeasuredGroup[] _groups;
    private readonly LogPotential[] _fixed;
    private readonly double[][] _fixedCells;
    private readonly double _total;
    private readonly BeliefPropagation _beliefs;
    private readonly double[][] _potentials, _marginals, _slopes, _trialPotentials, _trialMarginals, _trialSlopes;

    /// <param name="tree">Has a clique around each measured marginal and each zero pattern.</param>
    /// <param name="measured">What was measured.</param>
    /// <param name="total">Number of records.</param>
    /// <param name="zeros">Cells that cannot occur.</param>
    public EntropicDescent(JunctionTree tree, IReadOnlyList<NoisyMarginal> measured, double total, IReadOnlyList<LogPotential> zeros)
    {
        (_tree, _total, _fixed) = (tree, total, [.. zeros]);
        var merged = NoisyMarginal.Merged(measured);
        var largest = AttributeSet.Maximal([.. merged.Select(marginal => marginal.Columns)]);
        var owners = merged.ToLookup(marginal => largest.First(marginal.Columns.IsSubsetOf)); // each counts once
        _groups = [.. largest.Select(columns => new MeasuredGroup(columns, tree, [.. owners[columns]]))];
        _fixedCells = FixedCells();
        _beliefs = new(tree);
        (_potentials, _marginals, _slopes) = (Tables(), Tables(), Tables());
        (_trialPotentials, _trialMarginals, _trialSlopes) = (Tables(), Tables(), Tables());

        double[][] Tables() => [.. _groups.Select(group => new double[group.Shape.Cells])];
    }

    /// <summary>The loss after the last step.</summary>
    public double Loss { get; private set; }

    /// <summary>Steps taken by the last run, those refused included.</summary>
    public int Steps { get; private set; }

    /// <summary>Starts from potentials found before, in place of the uniform distribution; each must lie inside a measured marginal.</summary>
    public void StartFrom(IEnumerable<LogPotential> potentials)
    {
        foreach (var potential in potentials)
        {
            var at = Array.FindIndex(_groups, group => potential.Columns.IsSubsetOf(group.Shape.Columns));
            if (at < 0) throw new ArgumentException($"The potential of {potential.Columns} lies inside no measured marginal.", nameof(potentials));
            new TableProjection(_groups[at].Shape, TableShape.Of(potential.Columns, _tree.Domain)).Add(potential.Logs, _potentials[at]);
        }
    }

    /// <summary>Descends.</summary>
    /// <param name="steps">Most belief propagations.</param>
    /// <param name="tolerance">Stops when the loss falls by less than this share of itself in 20 steps.</param>
    /// <param name="cancellation">Looked at each step.</param>
    /// <exception cref="FitException">The zero patterns leave no possible row.</exception>
    public TreeDistribution Run(int steps, double tolerance, CancellationToken cancellation)
    {
        Loss = Evaluate(_potentials, _marginals, _slopes);
        var rate = FirstRate();
        var checkpoint = Loss;
        var lastGood = 0;
        for (Steps = 1; Steps < steps; Steps++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var g = 0; g < _groups.Length; g++) Step(_potentials[g], _slopes[g], -rate, _trialPotentials[g]);
            var loss = Evaluate(_trialPotentials, _trialMarginals, _trialSlopes);
            var promised = 0.5 * Fall();
            if (Loss - loss < promised)
            {
                rate /= 2;
                if (rate < 1e-300 || promised <= 1e-14 * Loss) break;
                continue;
            }
            Accept(loss);
            rate *= 1.25;
            if (++lastGood % 20 != 0) continue;
            if (checkpoint - Loss <= tolerance * Loss) break;
            checkpoint = Loss;
        }
        Evaluate(_potentials, _marginals, _slopes);
        return Distribution();
    }

    // Fits a distribution whose gradient is bounded by the largest slope: a safe first guess that the line search corrects.
    private double FirstRate()
    {
        var most = 1e-300;
        foreach (var slope in _slopes)
            foreach (var value in slope) most = Math.Max(most, Math.Abs(value));
        return 1 / most;
    }

    // How far the loss falls on the line to the trial, by its slope here.
    private double Fall()
    {
        var fall = 0.0;
        for (var g = 0; g < _groups.Length; g++)
        {
            var (slope, before, after) = (_slopes[g], _marginals[g], _trialMarginals[g]);
            for (var i = 0; i < slope.Length; i++) fall += slope[i] * (before[i] - after[i]);
        }
        return fall * _total;
    }

    private void Accept(double loss)
    {
        Loss = loss;
        for (var g = 0; g < _groups.Length; g++)
        {
            (_potentials[g], _trialPotentials[g]) = (_trialPotentials[g], _potentials[g]);
            (_marginals[g], _trialMarginals[g]) = (_trialMarginals[g], _marginals[g]);
            (_slopes[g], _trialSlopes[g]) = (_trialSlopes[g], _slopes[g]);
        }
    }

    private static void Step(double[] from, double[] slope, double rate, double[] to)
    {
        for (var i = 0; i < to.Length; i++) to[i] = from[i] + rate * slope[i];
    }

    private double Evaluate(double[][] potentials, double[][] marginals, double[][] slopes)
    {
        for (var node = 0; node < _tree.Nodes.Length; node++) _beliefs.Changed(node);
        _beliefs.Collect((node, cells) => Potential(node, potentials, cells));
        if (double.IsNegativeInfinity(_beliefs.LogPartition)) throw new FitException("The structural zeros leave no possible row; look for constraints that contradict one another.");
        _beliefs.Distribute();
        var loss = 0.0;
        for (var g = 0; g < _groups.Length; g++)
        {
            _groups[g].Marginal(_beliefs.Belief(_groups[g].Node), marginals[g]);
            loss += _groups[g].Loss(marginals[g], _total, slopes[g]);
        }
        return loss;
    }

    private void Potential(int node, double[][] potentials, double[] cells)
    {
        if (_fixedCells[node].Length > 0) _fixedCells[node].CopyTo(cells, 0);
        else cells.AsSpan().Clear();
        for (var g = 0; g < _groups.Length; g++)
            if (_groups[g].Node == node) _groups[g].AddTo(cells, potentials[g]);
    }

    // The zero patterns of each clique; empty where there are none.
    private double[][] FixedCells()
    {
        double[][] cells = [.. _tree.Nodes.Select(_ => Array.Empty<double>())];
        foreach (var pattern in _fixed)
        {
            var node = _tree.Holding(pattern.Columns);
            var shape = _tree.Nodes[node].Shape;
            if (cells[node].Length == 0) cells[node] = new double[shape.Cells];
            new TableProjection(shape, TableShape.Of(pattern.Columns, _tree.Domain)).Add(pattern.Logs, cells[node]);
        }
        return cells;
    }

    private TreeDistribution Distribution()
    {
        var potentials = new LogPotential[_groups.Length];
        for (var g = 0; g < _groups.Length; g++)
        {
            var shape = TableShape.Of(_groups[g].Shape.Columns, _tree.Domain);
            var logs = new double[shape.Cells];
            new TableProjection(_groups[g].Shape, shape).Sum(_potentials[g], logs); // the same cells in ascending order of columns
            potentials[g] = new(shape.Columns, logs);
        }
        return new(_tree, [.. _tree.Nodes.Select((_, node) => _beliefs.Conditional(node))], potentials, _total);
    }
}
