namespace SynthNotebooks.Data;

/// <summary>Walks over conditions.</summary>
internal static class ConditionNegation
{
    public static Condition Push(Condition condition, bool negated) => condition switch
    {
        Condition.Comparison comparison => negated ? comparison with { Operator = Opposite(comparison.Operator) } : comparison,
        Condition.Relation relation => negated ? relation with { Operator = Opposite(relation.Operator) } : relation,
        Condition.InList list => negated ? list with { Negated = !list.Negated } : list,
        Condition.IsMissing missing => negated ? missing with { Negated = !missing.Negated } : missing,
        Condition.Not not => Push(not.Part, !negated),
        Condition.All all => Parts(all.Parts, negated) is var parts && negated ? new Condition.Any(parts) : new Condition.All(parts),
        Condition.Any any => Parts(any.Parts, negated) is var parts && negated ? new Condition.All(parts) : new Condition.Any(parts),
        _ => throw new ArgumentException($"A condition of type {condition.GetType().Name} is not known.", nameof(condition)),
    };

    public static HashSet<string> ColumnsOf(Condition condition)
    {
        var columns = new HashSet<string>(StringComparer.Ordinal);
        Visit(condition);
        return columns;

        void Visit(Condition part)
        {
            switch (part)
            {
                case Condition.Comparison comparison: columns.Add(comparison.Column); break;
                case Condition.Relation relation: columns.UnionWith(relation.Left.Columns.Concat(relation.Right.Columns)); break;
                case Condition.InList list: columns.Add(list.Column); break;
                case Condition.IsMissing missing: columns.Add(missing.Column); break;
                case Condition.Not not: Visit(not.Part); break;
                case Condition.All all: foreach (var inner in all.Parts) Visit(inner); break;
                case Condition.Any any: foreach (var inner in any.Parts) Visit(inner); break;
            }
        }
    }

    private static Condition[] Parts(IReadOnlyList<Condition> parts, bool negated) => [.. parts.Select(part => Push(part, negated))];

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
