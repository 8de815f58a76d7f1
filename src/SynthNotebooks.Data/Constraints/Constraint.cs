namespace SynthNotebooks.Data;

/// <summary>Something that holds in every row of a table, or in the table as a whole.</summary>
/// <remarks>A missing cell breaks <see cref="NotNullConstraint"/> alone: every other constraint says nothing of rows where a cell that it compares is missing.</remarks>
public abstract record Constraint
{
    private protected Constraint()
    {
    }

    /// <summary>Name of the kind in JSON, e.g. <c>range</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The columns that it speaks of, each once.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The same as a condition on single rows; null when rows are not judged one by one, or not by a condition.</summary>
    public virtual Condition? Condition => null;

    /// <summary>The short form, which <see cref="ConstraintParser"/> reads back.</summary>
    public sealed override string ToString() => Text;

    /// <summary>True for each row that breaks the constraint. Cost: O(rows).</summary>
    /// <exception cref="ArgumentException">A column is not there, or of a kind that the constraint does not take.</exception>
    public virtual bool[] Violations(DataFrame table) => ConditionEvaluator.Evaluate(new Condition.Not(Condition!), table);

    /// <summary>The constraint with what it takes from the training table: the combinations that were seen.</summary>
    public virtual Constraint LearnedFrom(DataFrame training) => this;

    /// <summary>Checks names and kinds.</summary>
    /// <exception cref="ConstraintException">They do not fit the schema.</exception>
    public virtual void Validate(TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        foreach (var column in Columns)
            if (!schema.Columns.Any(known => known.Name == column)) throw Failure(UnknownColumn.Message(column, schema.Columns.Select(known => known.Name)));
        if (Columns.Count == 0) throw Failure("It names no column.");
    }

    private protected abstract string Text { get; }

    private protected static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(ConditionText.Name));

    private protected ConstraintException Failure(string reason) => new($"Constraint '{this}': {reason}");

    private protected void RequireDistinct(IReadOnlyList<string> columns)
    {
        if (columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice) throw Failure($"Column '{twice.Key}' is named twice.");
    }

    private protected void RequireNumeric(TableSchema schema, string column)
    {
        if (schema[column].Kind is not (ColumnKind.Integer or ColumnKind.Real))
            throw Failure($"Column '{column}' is {SchemaNames.Of(schema[column].Kind)}; numbers (integer or real) are needed.");
    }
}
