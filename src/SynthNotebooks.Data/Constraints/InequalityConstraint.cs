namespace SynthNotebooks.Data;

/// <summary>One column is never above another: <c>admitted &lt;= discharged</c>, <c>low &lt; high</c>.</summary>
/// <param name="Low">Integer, real, date or time stamp.</param>
/// <param name="High">Comparable with the other.</param>
/// <param name="Strict">Whether they may not be equal either.</param>
public sealed record InequalityConstraint(string Low, string High, bool Strict = false) : Constraint
{
    /// <inheritdoc/>
    public override string Kind => "inequality";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Low, High];

    /// <inheritdoc/>
    public override Condition Condition => new Condition.Relation(
        new RowExpression.Cell(Low), Strict ? ComparisonOperator.Less : ComparisonOperator.LessOrEqual, new RowExpression.Cell(High));

    /// <inheritdoc/>
    public override void Validate(TableSchema schema)
    {
        base.Validate(schema);
        RequireDistinct(Columns);
        var (a, b) = (schema[Low].Kind, schema[High].Kind);
        var numbers = a is (ColumnKind.Integer or ColumnKind.Real) && b is (ColumnKind.Integer or ColumnKind.Real);
        var times = a is (ColumnKind.Date or ColumnKind.Timestamp) && b is (ColumnKind.Date or ColumnKind.Timestamp);
        if (!numbers && !times)
            throw Failure($"Column '{Low}' is {SchemaNames.Of(a)}, column '{High}' is {SchemaNames.Of(b)}; two numbers, or two dates or time stamps, are needed.");
    }

    private protected override string Text => Condition.ToString();
}
