using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
using SynthNotebooks.Generators.Mixtures;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Completes rows of sequential trees: the unknown columns by their own trees, weighted by what the trees of later columns say of the known cells.</summary>
/// <remarks>
/// <para>When no known column is made after the first unknown one, or only one column is unknown, draws are exact. Otherwise 32 rows are drawn in order and one
/// is chosen by the probability of the known cells behind (importance resampling), then four rounds draw each unknown column given all others, which the
/// true distribution is invariant under.</para>
/// <para>Cost: a column given all others takes its states times the trees that split on it. Sources: Rubin, Bayesian Statistics 3, 1988; Geman, Geman,
/// IEEE Trans. PAMI 6(6), 1984, doi:10.1109/TPAMI.1984.4767596.</para>
/// </remarks>
internal sealed class CartCompletion
{
    private const int Particles = 32, Rounds = 4;
    private readonly CodedTable _table;
    private readonly CartStep[] _steps;
    private readonly float[][] _probabilities; // of each step's states, node by node
    private readonly int[][] _after; // for each step the later steps whose trees split on its column

    public CartCompletion(CodedTable table, CartStep[] steps)
    {
        (_table, _steps) = (table, steps);
        _probabilities = [.. steps.Select(step => step.Leaves.Probabilities(table.Bins[step.Column].States))];
        _after = new int[steps.Length][];
        for (var s = 0; s < steps.Length; s++)
            _after[s] = [.. Enumerable.Range(s + 1, steps.Length - s - 1).Where(later => SplitsOn(steps[later], steps[s].Column))];
    }

    /// <summary>As <see cref="ICompleting.Draw"/>.</summary>
    public CellDraws Draw(Gaps gaps, SplitRandom random, CancellationToken cancellation)
    {
        var rows = gaps.Rows.Columns.RowCount;
        var states = new StateTableView(_table, gaps);
        var draws = CellDraws.Of(_table.Columns, rows);
        var row = new byte[_table.Columns][];
        for (var i = 0; i < row.Length; i++) row[i] = new byte[Particles];
        for (var r = 0; r < rows; r++)
        {
            if ((r & 15) == 0) cancellation.ThrowIfCancellationRequested();
            var unknown = states.Unknown(_steps, r);
            if (unknown.Count == 0) continue;
            var stream = random.Split((ulong)r);
            Complete(row, unknown, states, r, stream);
            foreach (var s in unknown)
            {
                var (column, bins) = (_steps[s].Column, _table.Bins[_steps[s].Column]);
                var state = row[column][0];
                draws.Missing[column][r] = state == bins.MissingState;
                draws.Places[column][r] = state < bins.Bins ? bins.Interval(state).At(stream.NextDouble()) : 0;
            }
        }
        return draws;
    }

    // Leaves the states in place 0 of each column.
    private void Complete(byte[][] row, List<int> unknown, StateTableView states, int r, SplitRandom random)
    {
        for (var i = 0; i < row.Length; i++)
            if (states[i, r] >= 0) row[i].AsSpan().Fill((byte)states[i, r]);
        var told = unknown.Any(s => _after[s].Any(later => states[_steps[later].Column, r] >= 0));
        if (unknown.Count == 1 && told)
        {
            Redraw(row, unknown[0], 0, states, r, random);
            return;
        }
        var particles = told ? Particles : 1;
        Span<float> weights = stackalloc float[particles];
        for (var p = 0; p < particles; p++)
        {
            var weight = 1.0;
            for (var s = unknown[0]; s < _steps.Length; s++)
            {
                var step = _steps[s];
                var state = states[step.Column, r];
                if (state < 0) row[step.Column][p] = (byte)Pick(s, row, p, Present(states, step.Column, r), random);
                else if (told) weight *= Math.Max(1e-12, Probability(s, row, p));
            }
            weights[p] = (float)weight;
        }
        var chosen = told ? WeightedPick.Of(weights, random) : 0;
        foreach (var s in unknown) row[_steps[s].Column][0] = row[_steps[s].Column][chosen];
        for (var round = 0; told && round < Rounds; round++)
            foreach (var s in unknown) Redraw(row, s, 0, states, r, random);
    }

    // A column given all others.
    private void Redraw(byte[][] row, int s, int at, StateTableView states, int r, SplitRandom random)
    {
        var column = _steps[s].Column;
        var left = Present(states, column, r);
        var own = Own(s, row, at);
        Span<float> weights = stackalloc float[left];
        for (var state = 0; state < left; state++)
        {
            var weight = (double)own[state];
            row[column][at] = (byte)state;
            for (var k = 0; k < _after[s].Length && weight > 0; k++) weight *= Math.Max(1e-12, Probability(_after[s][k], row, at));
            weights[state] = (float)weight;
        }
        row[column][at] = (byte)WeightedPick.Of(weights, random);
    }

    private int Pick(int s, byte[][] row, int at, int left, SplitRandom random) => WeightedPick.Of(Own(s, row, at)[..left], random);

    private float Probability(int s, byte[][] row, int at) => Own(s, row, at)[row[_steps[s].Column][at]];

    private ReadOnlySpan<float> Own(int s, byte[][] row, int at)
    {
        var states = _table.Bins[_steps[s].Column].States;
        return _probabilities[s].AsSpan(_steps[s].Tree.Leaf(row, at) * states, states);
    }

    // Number of states that are left of an unknown cell: missing, the last one, is out where the cell is known to be present.
    private int Present(StateTableView states, int column, int r) => states.IsPresent(column, r) ? _table.Bins[column].Bins : _table.Bins[column].States;

    private static bool SplitsOn(CartStep step, int column)
    {
        for (var node = 0; node < step.Tree.Nodes; node++)
            if (!step.Tree.IsLeaf(node) && step.Tree.Columns[node] == column) return true;
        return false;
    }

    // States of known cells; −1 where a cell is drawn, or tells nothing and is drawn for the sake of the others.
    private sealed class StateTableView
    {
        private readonly int[][] _states;
        private readonly Gaps _gaps;

        public StateTableView(CodedTable table, Gaps gaps)
        {
            _gaps = gaps;
            _states = [.. table.Bins.Select((bins, i) => gaps.Redrawn[i] ? [] : bins.Encode(gaps.Rows.Columns[i]))];
        }

        public int this[int column, int row] => _gaps[column, row] is Knowledge.Present or Knowledge.Nothing ? -1 : _states[column][row];

        public bool IsPresent(int column, int row) => _gaps[column, row] is Knowledge.Present or Knowledge.Value;

        /// <summary>Steps of the cells that are drawn, none when the row has no gap.</summary>
        public List<int> Unknown(CartStep[] steps, int row)
        {
            var unknown = new List<int>();
            var gap = false;
            for (var s = 0; s < steps.Length; s++)
            {
                if (this[steps[s].Column, row] >= 0) continue;
                unknown.Add(s);
                gap |= _gaps[steps[s].Column, row] is Knowledge.Present or Knowledge.Nothing;
            }
            return gap ? unknown : [];
        }
    }
}
