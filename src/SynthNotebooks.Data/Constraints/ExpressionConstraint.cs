namespace SynthNotebooks.Data;

/// <summary>Any condition: <c>smoker = 'yes' or packs = 0</c>.</summary>
/// <param name="Condition">It must not be false in any row; a comparison with a missing cell is not.</param>
public sealed record ExpressionConstraint(Condition Condition) : Constraint
{
    /// <inheritdoc/>
    public override string Kind => "expression";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [.. Condition.Columns.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override Condition Condition { get; } = Condition;

    private protected override string Text => Condition.ToString();

    /// <inheritdoc/>
    public bool Equals(ExpressionConstraint? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
