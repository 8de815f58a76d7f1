using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Earth mover's distance between a sensitive column in a class and in the whole table, 0 to 1.</summary>
/// <remarks>Closed forms of Li, Li, Venkatasubramanian, ICDE 2007, section 5. Cost: O(values) a class, times levels for a hierarchy.</remarks>
internal sealed class DistributionDistance
{
    private readonly QuasiColumn _column;
    private readonly GroundDistance _distance;
    private readonly double[] _whole, _extra;

    private DistributionDistance(QuasiColumn column, GroundDistance distance)
    {
        (_column, _distance) = (column, distance);
        _whole = new double[column.Values.Length];
        _extra = new double[column.Values.Length];
        for (var i = 0; i < _whole.Length; i++) _whole[i] = (double)column.Counts[0][i] / column.Codes.Length;
    }

    public static DistributionDistance Of(Column column, GroundDistance distance, GeneralisationHierarchy? hierarchy)
    {
        var used = distance == GroundDistance.Hierarchical ? hierarchy! : GeneralisationHierarchy.Suppression();
        var coded = new QuasiColumn(column, column.Length, used);
        if (distance == GroundDistance.Hierarchical && coded.Labels[^1].Length > 1)
            throw new AnonymityException($"Column '{column.Name}': the last level of its hierarchy has {coded.Labels[^1].Length} labels; a hierarchical distance needs one that holds everything.");
        return new(coded, distance);
    }

    public double FromWhole(ReadOnlySpan<int> rows)
    {
        Array.Clear(_extra);
        foreach (var row in rows) _extra[_column.Codes[row]]++;
        for (var i = 0; i < _extra.Length; i++) _extra[i] = _extra[i] / rows.Length - _whole[i];
        return _distance switch { GroundDistance.Equal => Equal(), GroundDistance.Ordered => Ordered(), _ => Hierarchical() };
    }

    private double Equal()
    {
        var sum = new FixedOrderSum();
        foreach (var extra in _extra) sum.Add(Math.Abs(extra));
        return sum.Value / 2;
    }

    private double Ordered()
    {
        if (_extra.Length < 2) return 0;
        FixedOrderSum moved = new(), sum = new();
        foreach (var extra in _extra)
        {
            moved.Add(extra);
            sum.Add(Math.Abs(moved.Value));
        }
        return sum.Value / (_extra.Length - 1);
    }

    // What is moved within a node but not within its children costs the node's height.
    private double Hierarchical()
    {
        if (_column.Levels < 2) return 0;
        var total = new FixedOrderSum();
        double[] below = [.. _extra];
        var belowOf = _column.Maps[0];
        for (var level = 1; level < _column.Levels; level++)
        {
            var map = _column.Maps[level];
            var (surplus, lack) = (new double[_column.Labels[level].Length], new double[_column.Labels[level].Length]);
            var done = new bool[below.Length];
            for (var value = 0; value < map.Length; value++)
            {
                var child = belowOf[value];
                if (done[child]) continue;
                done[child] = true;
                if (below[child] > 0) surplus[map[value]] += below[child];
                else lack[map[value]] -= below[child];
            }
            below = new double[surplus.Length];
            for (var node = 0; node < below.Length; node++)
            {
                total.Add(Math.Min(surplus[node], lack[node]) * level);
                below[node] = surplus[node] - lack[node];
            }
            belowOf = map;
        }
        return total.Value / (_column.Levels - 1);
    }
}
