namespace SynthNotebooks.Data;

/// <summary>A column is computed from others: <c>amount = price * quantity</c>.</summary>
/// <remarks>A cell may differ from the value by half a unit of the column's last decimal, as rounding does; by 1e-9 of the value where the cells need more than 9 decimals.</remarks>
/// <param name="Column">Integer, real, date or time stamp.</param>
/// <param name="Expression">Over other columns.</param>
public sealed record FormulaConstraint(string Column, RowExpression Expression) : Constraint
{
    /// <inheritdoc/>
    public override string Kind => "formula";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column, .. Expression.Columns];

    /// <inheritdoc/>
    public override bool[] Violations(DataFrame table) => FormulaCheck.Violations(Column, Expression, table);

    /// <inheritdoc/>
    public override void Validate(TableSchema schema)
    {
        base.Validate(schema);
        FormulaCheck.Validate(this, Column, Expression, schema);
    }

    private protected override string Text => $"{ConditionText.Name(Column)} = {Expression}";
}
