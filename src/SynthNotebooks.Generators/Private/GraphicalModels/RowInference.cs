using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;

namespace SynthNotebooks.Generators.Private;

/// <summary>Inference for one row at a time, some of whose cells are known: visits only the cells of each clique that agree with them. Immutable.</summary>
/// <remarks>Cost of a row: for each clique the product of the sizes of its unknown columns.</remarks>
internal sealed class RowInference(TreeDistribution distribution)
{
    private readonly JunctionTree _tree = distribution.Tree;

    /// <summary>Logarithm of the probability of the known cells; −∞ when they cannot occur.</summary>
    public double LogProbability(StateTable rows, int row) => new Pass(distribution, rows, row).LogProbability;

    /// <summary>Draws the unknown cells given the known ones; as if nothing were known where these cannot occur together.</summary>
    public void Complete(StateTable rows, int row, SplitRandom random)
    {
        var cells = rows.Cells.AsSpan(row * rows.Columns, rows.Columns);
        var open = false;
        for (var i = 0; i < cells.Length; i++) open |= cells[i] >= _tree.Domain[i];
        if (!open) return;
        var pass = new Pass(distribution, rows, row);
        var drawn = double.IsNegativeInfinity(pass.LogProbability) ? new Pass(distribution, null, 0).Draw(random) : pass.Draw(random);
        for (var i = 0; i < cells.Length; i++)
            if (cells[i] >= _tree.Domain[i]) cells[i] = (ushort)drawn[i];
    }

    // Messages to the root, and the tables that they are made of.
    private sealed class Pass
    {
        private readonly TreeDistribution _distribution;
        private readonly int[][] _allowed; // states of each column that are left
        private readonly double[][] _weights; // of the cells of each clique, restricted
        private readonly double[][] _messages; // by restricted state of the separator
        private readonly TableShape[] _shapes;

        public Pass(TreeDistribution distribution, StateTable? rows, int row)
        {
            _distribution = distribution;
            var tree = distribution.Tree;
            _allowed = [.. tree.Domain.Select((states, i) => Allowed(states, rows, row, i))];
            int[] domain = [.. _allowed.Select(states => states.Length)];
            _shapes = [.. tree.Nodes.Select(node => new TableShape(node.Shape.Axes, domain))];
            (_weights, _messages) = (new double[tree.Nodes.Length][], new double[tree.Nodes.Length][]);
            for (var node = tree.Nodes.Length - 1; node >= 0; node--)
            {
                _weights[node] = Restricted(node);
                foreach (var child in tree.Children[node])
                    new TableProjection(_shapes[node], new(tree.Nodes[child].Separator.Axes, domain)).Multiply(_messages[child], _weights[node]);
                var separator = new TableShape(tree.Nodes[node].Separator.Axes, domain);
                _messages[node] = new double[separator.Cells];
                new TableProjection(_shapes[node], separator).Sum(_weights[node], _messages[node]);
            }
            LogProbability = PortableMath.Log(_messages[0][0]);
        }

        public double LogProbability { get; }

        public int[] Draw(SplitRandom random)
        {
            var (tree, places, states) = (_distribution.Tree, new int[_allowed.Length], new int[_allowed.Length]);
            for (var node = 0; node < tree.Nodes.Length; node++)
            {
                var (shape, run) = (_shapes[node], 0);
                var given = tree.Nodes[node].Separator.Axes.Length;
                for (var axis = 0; axis < given; axis++) run = run * shape.Sizes[axis] + places[shape.Axes[axis]];
                var length = shape.Cells / _messages[node].Length;
                var cell = Pick(_weights[node].AsSpan(run * length, length), random);
                for (var axis = shape.Axes.Length - 1; axis >= given; axis--) (cell, places[shape.Axes[axis]]) = Math.DivRem(cell, shape.Sizes[axis]);
            }
            for (var i = 0; i < states.Length; i++) states[i] = _allowed[i][places[i]];
            return states;
        }

        private static int[] Allowed(int states, StateTable? rows, int row, int column)
        {
            if (rows is null) return [.. Enumerable.Range(0, states)];
            int cell = rows.Row(row)[column];
            if (cell < states) return [cell];
            return [.. Enumerable.Range(0, cell == StateTable.Present(rows.Bins[column]) ? rows.Bins[column].Bins : states)];
        }

        private double[] Restricted(int node)
        {
            var (whole, part) = (_distribution.Tree.Nodes[node].Shape, _shapes[node]);
            var (cells, conditional) = (new double[part.Cells], _distribution.Conditionals[node]);
            var digits = new int[part.Axes.Length];
            for (var i = 0; i < cells.Length; i++)
            {
                var at = 0;
                for (var axis = 0; axis < digits.Length; axis++) at = at * whole.Sizes[axis] + _allowed[part.Axes[axis]][digits[axis]];
                cells[i] = conditional[at];
                for (var axis = digits.Length - 1; axis >= 0 && ++digits[axis] == part.Sizes[axis]; axis--) digits[axis] = 0;
            }
            return cells;
        }

        private static int Pick(ReadOnlySpan<double> weights, SplitRandom random)
        {
            var rest = RunKernels.Sum(weights) * random.NextDouble();
            var last = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                if (weights[i] <= 0) continue;
                last = i;
                if (rest < weights[i]) break;
                rest -= weights[i];
            }
            return last;
        }
    }
}
