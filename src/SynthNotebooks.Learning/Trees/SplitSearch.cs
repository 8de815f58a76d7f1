namespace SynthNotebooks.Learning;

/// <summary>Finds the best split of a node. Holds work space: one a thread.</summary>
/// <remarks>
/// Rows of a node are put in order of the column's states by counting; then they are moved from right to left one by one, which changes the sums of
/// squared class counts by a constant number of operations whatever the number of classes. Unordered states are put in order first: of two classes by the
/// share of the second, with scores by their mean, of several classes by the first axis of reciprocal averaging. Cost: rows + states a column.
/// Sources: Breiman, Friedman, Olshen, Stone, Classification and Regression Trees, 1984; Hill, Appl. Statist. 23(3), 1974, doi:10.2307/2347127.
/// </remarks>
internal sealed class SplitSearch
{
    private const int AxisRounds = 3;
    private const double Tie = 1e-12;
    private readonly IReadOnlyList<CodedColumn> _columns;
    private readonly TreeTarget _target;
    private readonly TreeOptions _options;
    private readonly double[] _sizes;
    private readonly double[]? _scores;
    private readonly double _giniWeight, _varianceWeight;
    private readonly byte[] _classes, _sorted;
    private readonly int[] _nodeCounts, _left, _right;
    private readonly int[] _ends = new int[CodedColumn.MostStates + 1];
    private readonly byte[] _order = new byte[CodedColumn.MostStates], _bestOrder = new byte[CodedColumn.MostStates];
    private readonly double[] _keys = new double[CodedColumn.MostStates], _classKeys;

    public SplitSearch(IReadOnlyList<CodedColumn> columns, TreeTarget target, TreeOptions options, ReadOnlySpan<int> rows)
    {
        (_columns, _target, _options, _scores) = (columns, target, options, target.Scores);
        (_classes, _sorted) = (new byte[rows.Length], new byte[rows.Length]);
        (_nodeCounts, _left, _right, _classKeys) = (new int[target.Count], new int[target.Count], new int[target.Count], new double[target.Count]);
        _sizes = target.Sizes ?? [.. Enumerable.Repeat(1.0, target.Count)];
        var root = Enter(rows);
        var gini = root.Rows - root.Squares / (double)root.Rows;
        _giniWeight = target.UsesGini && gini > 0 ? 1 / gini : 0;
        _varianceWeight = root.Scatter > Tie ? 1 / root.Scatter : 0;
    }

    /// <summary>The best split of a node's rows, or null when it is pure, too small, or gains too little.</summary>
    public Split? Best(ReadOnlySpan<int> rows, ReadOnlySpan<int> candidates)
    {
        var node = Enter(rows);
        if (node.Squares == (long)node.Rows * node.Rows || node.Size < 2 * _options.MinimumLeaf) return null;
        var best = new Found(-1, 0, _options.Complexity - Tie, int.MaxValue);
        foreach (var column in candidates)
        {
            var coded = _columns[column];
            var present = Sort(coded, rows, out var hasMissing);
            if (present < 2) continue;
            if (!coded.IsOrdered)
            {
                OrderStates(present);
                Scan(node, column, present, ref best);
                continue;
            }
            Scan(node, column, present, ref best); // missing is the last state
            if (!hasMissing || present < 3) continue;
            _order.AsSpan(0, present - 1).CopyTo(_order.AsSpan(1));
            _order[0] = (byte)coded.MissingState;
            Scan(node, column, present, ref best);
        }
        return best.Column < 0 ? null : Finish(best, rows);
    }

    private Node Enter(ReadOnlySpan<int> rows)
    {
        Array.Clear(_nodeCounts);
        for (var i = 0; i < rows.Length; i++)
        {
            var c = _target.Classes[rows[i]];
            _classes[i] = c;
            _nodeCounts[c]++;
        }
        long squares = 0;
        double size = 0, sum = 0, scatter = 0;
        for (var c = 0; c < _nodeCounts.Length; c++)
        {
            var count = _nodeCounts[c];
            squares += (long)count * count;
            size += count * _sizes[c];
            if (_scores is not null) sum += count * _scores[c];
        }
        if (_scores is not null)
            for (var c = 0; c < _nodeCounts.Length; c++) scatter += _nodeCounts[c] * (_scores[c] - sum / rows.Length) * (_scores[c] - sum / rows.Length);
        return new(rows.Length, squares, size, sum, scatter);
    }

    // Puts the classes of rows into order of the column's states; the states that occur come first in _order, ascending.
    private int Sort(CodedColumn column, ReadOnlySpan<int> rows, out bool hasMissing)
    {
        var codes = column.Codes;
        var ends = _ends.AsSpan(0, column.States + 1);
        ends.Clear();
        foreach (var row in rows) ends[codes[row] + 1]++;
        var present = 0;
        for (var state = 0; state < column.States; state++)
        {
            if (ends[state + 1] > 0) _order[present++] = (byte)state;
            ends[state + 1] += ends[state];
        }
        hasMissing = present > 0 && _order[present - 1] == column.MissingState;
        if (present < 2) return present;
        for (var i = 0; i < rows.Length; i++) _sorted[ends[codes[rows[i]]]++] = _classes[i];
        return present; // now ends[s] is where the run of state s ends
    }

    private ReadOnlySpan<byte> Run(int state) => _sorted.AsSpan((state == 0 ? 0 : _ends[state - 1])..(_ends[state]));

    private void OrderStates(int present)
    {
        var states = _order.AsSpan(0, present);
        if (_scores is not null) _scores.CopyTo(_classKeys, 0);
        else
        {
            Array.Clear(_classKeys);
            _classKeys[IndexOfMost()] = 1;
        }
        Means(states);
        if (_scores is null && _target.Count > 2)
            for (var round = 0; round < AxisRounds; round++) Average(states);
        _keys.AsSpan(0, present).Sort(states);
    }

    private int IndexOfMost()
    {
        var most = 0;
        for (var c = 1; c < _nodeCounts.Length; c++)
            if (_nodeCounts[c] > _nodeCounts[most]) most = c;
        return most;
    }

    // Key of each state: mean of its rows' class keys; a nudge by the state's number breaks ties.
    private void Means(ReadOnlySpan<byte> states)
    {
        for (var k = 0; k < states.Length; k++)
        {
            var sum = 0.0;
            var run = Run(states[k]);
            foreach (var c in run) sum += _classKeys[c];
            _keys[k] = sum / run.Length + k * 1e-13;
        }
    }

    private void Average(ReadOnlySpan<byte> states)
    {
        Array.Clear(_classKeys);
        for (var k = 0; k < states.Length; k++)
            foreach (var c in Run(states[k])) _classKeys[c] += _keys[k];
        double mean = 0, scatter = 0;
        var rows = 0;
        for (var c = 0; c < _classKeys.Length; c++)
        {
            if (_nodeCounts[c] == 0) continue;
            mean += _classKeys[c];
            rows += _nodeCounts[c];
            _classKeys[c] /= _nodeCounts[c];
        }
        mean /= rows;
        for (var c = 0; c < _classKeys.Length; c++)
        {
            if (_nodeCounts[c] == 0) continue;
            _classKeys[c] -= mean;
            scatter += _nodeCounts[c] * _classKeys[c] * _classKeys[c];
        }
        if (scatter <= 0) return;
        var scale = 1 / Math.Sqrt(scatter / rows);
        for (var c = 0; c < _classKeys.Length; c++) _classKeys[c] *= scale;
        Means(states);
    }

    private void Scan(in Node node, int column, int present, ref Found best)
    {
        Array.Clear(_left);
        _nodeCounts.CopyTo(_right, 0);
        long squaresLeft = 0, squaresRight = node.Squares;
        double sumLeft = 0, sizeLeft = 0;
        var left = 0;
        for (var k = 0; k < present - 1; k++)
        {
            var run = Run(_order[k]);
            foreach (var c in run)
            {
                squaresLeft += 2 * _left[c]++ + 1;
                squaresRight -= 2 * _right[c]-- - 1;
                sizeLeft += _sizes[c];
            }
            if (_scores is not null)
                foreach (var c in run) sumLeft += _scores[c];
            left += run.Length;
            if (sizeLeft < _options.MinimumLeaf) continue;
            if (node.Size - sizeLeft < _options.MinimumLeaf) break;
            var right = node.Rows - left;
            var gain = _giniWeight * ((double)squaresLeft / left + (double)squaresRight / right - (double)node.Squares / node.Rows);
            if (_scores is not null)
            {
                var difference = sumLeft / left - (node.Sum - sumLeft) / right;
                gain += _varianceWeight * difference * difference * left * right / node.Rows;
            }
            var imbalance = Math.Abs(left - right);
            if (gain < best.Gain - Tie || gain <= best.Gain + Tie && imbalance >= best.Imbalance) continue; // the evener, then the earlier
            _order.AsSpan(0, present).CopyTo(_bestOrder);
            best = new(column, k + 1, gain, imbalance) { Present = present };
        }
    }

    // States that do not occur: in the nearer half when ordered, otherwise with the more rows.
    private Split Finish(in Found best, ReadOnlySpan<int> rows)
    {
        var column = _columns[best.Column];
        var split = new Split(best.Column);
        Span<bool> leftStates = stackalloc bool[CodedColumn.MostStates], seen = stackalloc bool[CodedColumn.MostStates];
        for (var k = 0; k < best.Present; k++)
        {
            seen[_bestOrder[k]] = true;
            leftStates[_bestOrder[k]] = k < best.Cut;
        }
        var rowsLeft = 0;
        foreach (var row in rows)
            if (leftStates[column.Codes[row]]) rowsLeft++;
        int low = -1, high = CodedColumn.MostStates; // the ordered states beside the cut
        for (var state = 0; state < column.States; state++)
        {
            if (!seen[state] || state == column.MissingState) continue;
            if (leftStates[state]) low = state;
            else high = Math.Min(high, state);
        }
        for (var state = 0; state < column.States; state++)
        {
            var goesLeft = seen[state] ? leftStates[state]
                : column.IsOrdered && state != column.MissingState ? 2 * state <= low + high
                : 2 * rowsLeft >= rows.Length;
            if (goesLeft) split.Add(state);
        }
        return split;
    }

    private readonly record struct Node(int Rows, long Squares, double Size, double Sum, double Scatter);

    private readonly record struct Found(int Column, int Cut, double Gain, int Imbalance)
    {
        public int Present { get; init; }
    }
}
