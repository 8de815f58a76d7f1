using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Finds the levels with the least loss among all that meet the models: full-domain generalisation, exact.</summary>
/// <remarks>
/// <para>First, for models that survive any merge (all models when nothing may be suppressed): paths from below are searched by bisection; what holds is
/// tagged upwards, what fails downwards. Then nodes are taken from below; a node whose bound is not better than the best loss is cut with all that
/// are coarser, so that the result is right for losses that are not monotonic and models that are not.</para>
/// <para>Cost: O(rows × columns) a checked node. Sources: Kohlmayer, Prasser, Eckert, Kemper, Kuhn, PASSAT 2012, doi:10.1109/SocialCom-PASSAT.2012.52 (paths);
/// El Emam et al., JAMIA 16(5), 2009, doi:10.1197/jamia.M3144 (predictive tagging).</para>
/// </remarks>
internal sealed class OptimalSearch(QuasiTable table, NodeCheck check, LossMetric metric, IProgress<FitProgress>? progress, CancellationToken cancellation)
{
    private readonly Lattice _lattice = new(table.Columns);
    private readonly int[] _levels = new int[table.Columns.Length];
    private double _best = double.PositiveInfinity;
    private int _bestNode = -1;

    public int Nodes => _lattice.Nodes;

    /// <summary>The best levels, or null when none meets the models.</summary>
    public int[]? Run()
    {
        var order = _lattice.ByHeight();
        if (check.IsMonotonic || check.HasSurvivors)
        {
            for (var i = 0; i < order.Length; i++)
            {
                Report(i, order.Length, 0);
                if (!_lattice.Has(order[i], NodeTag.Holds | NodeTag.Fails)) SearchPath(order[i]);
            }
        }
        for (var i = 0; i < order.Length; i++)
        {
            Report(i, order.Length, 0.5);
            if (!_lattice.Has(order[i], NodeTag.Fails | NodeTag.Cut | NodeTag.Done)) Visit(order[i]);
        }
        if (_bestNode < 0) return null;
        _lattice.LevelsOf(_bestNode, _levels);
        return [.. _levels];
    }

    // Upwards through untagged nodes, then bisection: on a path, what fails lies below what holds.
    private void SearchPath(int start)
    {
        var path = new List<int> { start };
        Span<int> coarser = stackalloc int[_levels.Length];
        while (true)
        {
            var next = -1;
            foreach (var node in coarser[.._lattice.Neighbours(path[^1], coarser: true, coarser)])
            {
                if (_lattice.Has(node, NodeTag.Holds | NodeTag.Fails)) continue;
                next = node;
                break;
            }
            if (next < 0) break;
            path.Add(next);
        }
        var (low, high) = (0, path.Count);
        while (low < high)
        {
            cancellation.ThrowIfCancellationRequested();
            var middle = (low + high) / 2;
            if (CheckPath(path[middle])) high = middle;
            else low = middle + 1;
        }
    }

    private bool CheckPath(int node)
    {
        _lattice.LevelsOf(node, _levels);
        bool holds;
        if (check.IsMonotonic)
        {
            holds = check.Holds(_levels, out var state);
            if (holds) Weigh(node, state);
        }
        else holds = check.HoldsForSurvivors(_levels);
        if (holds) _lattice.Spread(node, NodeTag.Holds, coarser: true);
        else _lattice.Spread(node, NodeTag.Fails, coarser: false);
        return holds;
    }

    private void Visit(int node)
    {
        _lattice.LevelsOf(node, _levels);
        if (_bestNode >= 0 && metric.LevelBound(table, _levels) >= _best)
        {
            _lattice.Spread(node, NodeTag.Cut, coarser: true);
            return;
        }
        cancellation.ThrowIfCancellationRequested();
        var holds = check.Holds(_levels, out var state);
        if (holds) Weigh(node, state);
        else if (_bestNode >= 0 && metric.Bound(state) >= _best) _lattice.Spread(node, NodeTag.Cut, coarser: true);
    }

    private void Weigh(int node, LossState state)
    {
        _lattice.Set(node, NodeTag.Done);
        var loss = metric.Loss(state);
        if (loss < _best || _bestNode < 0) (_best, _bestNode) = (loss, node);
        if (metric.Bound(state) >= _best) _lattice.Spread(node, NodeTag.Cut, coarser: true);
    }

    private void Report(int done, int all, double from)
    {
        if ((done & 1023) != 0) return;
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new FitProgress(from + 0.5 * done / all, "searching levels"));
    }
}
