namespace SynthNotebooks.Data;

/// <summary>No cell is missing: <c>not null age</c>.</summary>
/// <param name="Column">Of any kind.</param>
public sealed record NotNullConstraint(string Column) : Constraint
{
    /// <inheritdoc/>
    public override string Kind => "not-null";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <inheritdoc/>
    public override Condition Condition => new Condition.IsMissing(Column, Negated: true);

    private protected override string Text => $"not null {ConditionText.Name(Column)}";
}
