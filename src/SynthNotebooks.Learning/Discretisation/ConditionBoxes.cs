using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>A condition on rows as disjoint boxes: in each, every column is restricted on its own.</summary>
/// <remarks>
/// Models that can restrict columns one by one sample exactly under any condition: choose a box by its probability, then a row in it. Negations
/// are pushed to the comparisons; a disjunction across columns becomes the first part plus what of the others lies outside it.
/// </remarks>
public sealed class ConditionBoxes
{
    private const int MostBoxes = 512;
    private readonly IReadOnlyList<RankScale> _scales;

    private ConditionBoxes(IReadOnlyList<RankScale> scales) => _scales = scales;

    /// <summary>The boxes.</summary>
    /// <param name="condition">On any of the scales' columns.</param>
    /// <param name="scales">One a column, in the table's order.</param>
    /// <returns>
    /// For each box one set a column, null where it is free; no box when nothing meets the condition. Null when the condition speaks of values that
    /// are made anew, or takes more than 512 boxes.
    /// </returns>
    /// <exception cref="ArgumentException">A column is not there, or a value does not fit its kind.</exception>
    public static IReadOnlyList<ColumnSet?[]>? Of(Condition condition, IReadOnlyList<RankScale> scales)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(scales);
        return new ConditionBoxes(scales).Read(condition, negated: false);
    }

    private List<ColumnSet?[]>? Read(Condition condition, bool negated) => condition switch
    {
        Condition.Comparison(var column, var comparison, var value) => Leaf(column, scale => scale.Where(negated ? Opposite(comparison) : comparison, value)),
        Condition.InList(var column, var values, var excluded) => Leaf(column, scale => Listed(scale, values, excluded != negated)),
        Condition.IsMissing(var column, var excluded) => [Box(Position(column), excluded != negated ? new(RankSet.All, false) : new(RankSet.Empty, true))],
        Condition.Not(var part) => Read(part, !negated),
        Condition.All(var parts) => negated ? Union(parts, true) : Intersection(parts, false),
        Condition.Any(var parts) => negated ? Intersection(parts, true) : Union(parts, false),
        _ => null,
    };

    private List<ColumnSet?[]>? Leaf(string column, Func<RankScale, RankSet> where)
    {
        var position = Position(column);
        if (!_scales[position].IsComparable) return null;
        var set = new ColumnSet(where(_scales[position]), false);
        return set.IsEmpty ? [] : [Box(position, set)];
    }

    private static RankSet Listed(RankScale scale, IReadOnlyList<object> values, bool excluded)
    {
        var set = RankSet.Empty;
        foreach (var value in values) set = set.Union(scale.Where(ComparisonOperator.Equal, value));
        return excluded ? set.Complement() : set;
    }

    private List<ColumnSet?[]>? Intersection(IReadOnlyList<Condition> parts, bool negated)
    {
        var boxes = new List<ColumnSet?[]> { new ColumnSet?[_scales.Count] };
        foreach (var part in parts)
        {
            if (Read(part, negated) is not { } others) return null;
            var both = new List<ColumnSet?[]>();
            foreach (var box in boxes)
                foreach (var other in others)
                    if (Intersect(box, other) is { } common) both.Add(common);
            if (both.Count > MostBoxes) return null;
            boxes = both;
        }
        return boxes;
    }

    private List<ColumnSet?[]>? Union(IReadOnlyList<Condition> parts, bool negated)
    {
        var boxes = new List<ColumnSet?[]>();
        foreach (var part in parts)
        {
            if (Read(part, negated) is not { } added) return null;
            foreach (var box in boxes)
            {
                added = [.. added.SelectMany(candidate => Difference(candidate, box))];
                if (added.Count > MostBoxes) return null;
            }
            boxes.AddRange(added);
            if (boxes.Count > MostBoxes) return null;
        }
        return boxes;
    }

    // a \ b: for each column that b restricts, the rows that meet b in the columns before it and not in this one.
    private static IEnumerable<ColumnSet?[]> Difference(ColumnSet?[] a, ColumnSet?[] b)
    {
        var inside = a;
        for (var i = 0; i < a.Length; i++)
        {
            if (b[i] is not { } set) continue;
            var outside = inside[i] is { } own ? own.Intersect(set.Complement()) : set.Complement();
            if (!outside.IsEmpty) yield return With(inside, i, outside);
            var within = inside[i] is { } kept ? kept.Intersect(set) : set;
            if (within.IsEmpty) yield break;
            inside = With(inside, i, within);
        }
    }

    private static ColumnSet?[]? Intersect(ColumnSet?[] a, ColumnSet?[] b)
    {
        var both = new ColumnSet?[a.Length];
        for (var i = 0; i < a.Length; i++)
        {
            both[i] = a[i] is { } left && b[i] is { } right ? left.Intersect(right) : a[i] ?? b[i];
            if (both[i] is { IsEmpty: true }) return null;
        }
        return both;
    }

    private static ColumnSet?[] With(ColumnSet?[] box, int column, ColumnSet set)
    {
        var changed = (ColumnSet?[])box.Clone();
        changed[column] = set;
        return changed;
    }

    private ColumnSet?[] Box(int column, ColumnSet set) => With(new ColumnSet?[_scales.Count], column, set);

    private int Position(string column)
    {
        for (var i = 0; i < _scales.Count; i++)
            if (_scales[i].Marginal.Name == column) return i;
        throw new ArgumentException(UnknownColumn.Message(column, _scales.Select(scale => scale.Marginal.Name)), nameof(column));
    }

    private static ComparisonOperator Opposite(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        ComparisonOperator.NotEqual => ComparisonOperator.Equal,
        ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
        ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
        _ => ComparisonOperator.Less,
    };
}
