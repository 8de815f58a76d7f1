namespace SynthNotebooks.Data;

/// <summary>Cells lie between two bounds: <c>age between 0 and 120</c>, <c>price > 0</c>.</summary>
/// <param name="Column">Integer, real, date or time stamp.</param>
/// <param name="Minimum">Smallest value as long, double, DateOnly or DateTime, fitting the column; null for none.</param>
/// <param name="Maximum">Largest value, likewise.</param>
/// <param name="MinimumExcluded">Whether cells must lie above the smallest value.</param>
/// <param name="MaximumExcluded">Whether cells must lie below the largest value.</param>
public sealed record RangeConstraint(string Column, object? Minimum, object? Maximum, bool MinimumExcluded = false, bool MaximumExcluded = false) : Constraint
{
    /// <inheritdoc/>
    public override string Kind => "range";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <inheritdoc/>
    public override Condition Condition => (Low, High) switch
    {
        ({ } low, { } high) => new Condition.All([low, high]),
        ({ } low, null) => low,
        (null, { } high) => high,
        _ => new Condition.All([]),
    };

    /// <inheritdoc/>
    public override void Validate(TableSchema schema)
    {
        base.Validate(schema);
        if (schema[Column].Kind is ColumnKind.Text or ColumnKind.Boolean)
            throw Failure($"Column '{Column}' is {SchemaNames.Of(schema[Column].Kind)}; a range takes numbers, dates and time stamps.");
        if (Minimum is null && Maximum is null) throw Failure("It has neither a smallest nor a largest value.");
        if (Minimum is { } low && Maximum is { } high && Order(low, high) is var order && (order > 0 || order == 0 && (MinimumExcluded || MaximumExcluded)))
            throw Failure("No value can lie in the range.");
    }

    /// <summary>How two bounds stand to each other: below 0 when the first is smaller.</summary>
    internal static int Order(object a, object b) => (a, b) switch
    {
        (long x, long y) => x.CompareTo(y),
        (DateOnly x, DateOnly y) => x.CompareTo(y),
        (DateTime x, DateTime y) => x.CompareTo(y),
        _ => Convert.ToDouble(a, System.Globalization.CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(b, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private protected override string Text => Minimum is { } low && Maximum is { } high && !MinimumExcluded && !MaximumExcluded
        ? $"{ConditionText.Name(Column)} between {ConditionText.Value(low)} and {ConditionText.Value(high)}"
        : Condition.ToString();

    private Condition.Comparison? Low => Minimum is { } value ? new(Column, MinimumExcluded ? ComparisonOperator.Greater : ComparisonOperator.GreaterOrEqual, value) : null;

    private Condition.Comparison? High => Maximum is { } value ? new(Column, MaximumExcluded ? ComparisonOperator.Less : ComparisonOperator.LessOrEqual, value) : null;
}
