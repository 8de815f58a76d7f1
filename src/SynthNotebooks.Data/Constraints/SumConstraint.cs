namespace SynthNotebooks.Data;

/// <summary>A column is the sum of others: <c>total = a + b + c</c>; exact in decimals, see <see cref="FormulaConstraint"/> for rounding.</summary>
/// <param name="Total">Integer or real.</param>
/// <param name="Addends">At least two other columns, integer or real.</param>
public sealed record SumConstraint(string Total, IReadOnlyList<string> Addends) : Constraint
{
    /// <inheritdoc/>
    public override string Kind => "sum";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Total, .. Addends];

    /// <summary>The addends as one expression.</summary>
    public RowExpression Expression => Addends.Skip(1).Aggregate(
        (RowExpression)new RowExpression.Cell(Addends[0]), (sum, name) => new RowExpression.Operation(ArithmeticOperator.Add, sum, new RowExpression.Cell(name)));

    /// <inheritdoc/>
    public override bool[] Violations(DataFrame table) => FormulaCheck.Violations(Total, Expression, table);

    /// <inheritdoc/>
    public override void Validate(TableSchema schema)
    {
        base.Validate(schema);
        RequireDistinct(Columns);
        if (Addends.Count < 2) throw Failure("A sum takes at least two addends.");
        foreach (var name in Columns) RequireNumeric(schema, name);
    }

    /// <inheritdoc/>
    public bool Equals(SumConstraint? other) => other is not null && Columns.SequenceEqual(other.Columns);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private protected override string Text => $"{ConditionText.Name(Total)} = {string.Join(" + ", Addends.Select(ConditionText.Name))}";
}
