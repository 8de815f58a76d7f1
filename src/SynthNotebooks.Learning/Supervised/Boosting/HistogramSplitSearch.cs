using System.Runtime.Intrinsics;

namespace SynthNotebooks.Learning;

/// <summary>Finds the best split of a node in one column's histogram of (gradient, curvature, count).</summary>
/// <remarks>
/// Numbers are cut between states, with missing cells tried on either side. Categories are put
/// in order of gradient over curvature, which holds the best split of two groups; the group that goes left is at most half of them, counted from
/// either end, and categories with too little weight go right. A state for missing or unknown cells that no row has follows the larger side. Sources: Fisher, JASA 53, 1958, doi:10.1080/01621459.1958.10501479; Ke et al., LightGBM, NeurIPS 2017.
/// </remarks>
internal sealed class HistogramSplitSearch(int minimumLeaf, double ridge)
{
    private const double LeastCurvature = 1e-3;
    private const double LeastCategory = 10; // rows' worth of curvature; also what a category's ratio is drawn to zero by

    /// <summary>The best split; its <see cref="HistogramSplit.Split"/> is null when none gains.</summary>
    public HistogramSplit Best(int column, CodedColumn coded, ReadOnlySpan<Vector256<double>> cells, Vector256<double> total) =>
        coded.IsOrdered ? BestCut(column, coded, cells, total) : BestGroup(column, coded, cells, total);

    private HistogramSplit BestCut(int column, CodedColumn coded, ReadOnlySpan<Vector256<double>> cells, Vector256<double> total)
    {
        var values = coded.MissingState >= 0 ? coded.MissingState : coded.States;
        var missing = coded.MissingState >= 0 ? cells[coded.MissingState] : Vector256<double>.Zero;
        var parent = Score(total);
        var best = (Gain: 0.0, Last: -1, MissingLeft: false, Left: Vector256<double>.Zero);
        var sides = missing[2] > 0 ? 2 : 1;
        for (var side = 0; side < sides; side++)
        {
            var left = side == 1 ? missing : Vector256<double>.Zero;
            // With missing cells on the right, all values may go left.
            var last = side == 0 && missing[2] > 0 ? values : values - 1;
            for (var state = 0; state < last; state++)
            {
                var cell = cells[state];
                if (cell[2] == 0) continue;
                left += cell;
                if (!TryGain(left, total, parent, out var gain, out var stop))
                {
                    if (stop) break;
                    continue;
                }
                if (gain > best.Gain) best = (gain, state, side == 1, left);
            }
        }
        if (best.Last < 0) return default;
        if (missing[2] == 0) best.MissingLeft = best.Left[2] > total[2] - best.Left[2];
        var split = new Split(column);
        for (var state = 0; state <= best.Last; state++) split.Add(state);
        if (best.MissingLeft && coded.MissingState >= 0) split.Add(coded.MissingState);
        return new(split, best.Gain, best.Left);
    }

    private HistogramSplit BestGroup(int column, CodedColumn coded, ReadOnlySpan<Vector256<double>> cells, Vector256<double> total)
    {
        Span<int> order = stackalloc int[CodedColumn.MostStates];
        Span<double> keys = stackalloc double[CodedColumn.MostStates];
        var support = total[2] / Math.Max(total[1], 1e-300);
        var used = 0;
        for (var state = 0; state < cells.Length; state++)
        {
            if (!(cells[state][1] * support >= LeastCategory)) continue;
            (order[used], keys[used]) = (state, cells[state][0] / (cells[state][1] + LeastCategory));
            used++;
        }
        if (used < 2) return default;
        keys[..used].Sort(order[..used]); // equal keys are equally good on either side; the order is the same at every run
        var parent = Score(total);
        var best = (Gain: 0.0, Count: 0, FromStart: true, Left: Vector256<double>.Zero);
        for (var end = 0; end < 2; end++)
        {
            var left = Vector256<double>.Zero;
            for (var i = 0; i < (used + 1) / 2; i++)
            {
                left += cells[order[end == 0 ? i : used - 1 - i]];
                if (!TryGain(left, total, parent, out var gain, out var stop))
                {
                    if (stop) break;
                    continue;
                }
                if (gain > best.Gain) best = (gain, i + 1, end == 0, left);
            }
        }
        if (best.Count == 0) return default;
        var split = new Split(column);
        for (var i = 0; i < best.Count; i++) split.Add(order[best.FromStart ? i : used - 1 - i]);
        if (coded.MissingState >= 0 && cells[coded.MissingState][2] == 0 && best.Left[2] > total[2] - best.Left[2]) split.Add(coded.MissingState);
        return new(split, best.Gain, best.Left);
    }

    private bool TryGain(Vector256<double> left, Vector256<double> total, double parent, out double gain, out bool stop)
    {
        var right = total - left;
        (gain, stop) = (0, false);
        if (left[2] < minimumLeaf || left[1] < LeastCurvature) return false;
        if (right[2] < minimumLeaf || right[1] < LeastCurvature)
        {
            stop = true; // the right side only becomes smaller
            return false;
        }
        gain = Score(left) + Score(right) - parent;
        return gain > 0;
    }

    private double Score(Vector256<double> sums) => sums[0] * sums[0] / (sums[1] + ridge + 1e-15);
}
