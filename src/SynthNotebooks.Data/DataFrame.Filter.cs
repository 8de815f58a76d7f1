namespace SynthNotebooks.Data;

public sealed partial class DataFrame
{
    /// <summary>The rows where the column is true; missing cells count as false.</summary>
    /// <exception cref="ArgumentException">The column has another length.</exception>
    public DataFrame this[BooleanColumn mask] => Filter(mask);

    /// <summary>The rows where the column is true; missing cells count as false.</summary>
    /// <exception cref="ArgumentException">The column has another length.</exception>
    public DataFrame Filter(BooleanColumn mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        if (mask.Length != Rows.Count) throw new ArgumentException($"The mask '{mask.Name}' has {mask.Length} rows, the table has {Rows.Count}.", nameof(mask));
        var flags = mask.Values.ToArray();
        for (var row = 0; row < flags.Length; row++) flags[row] &= !mask.IsNull(row);
        return Filter(flags);
    }

    /// <summary>The rows that meet a condition.</summary>
    /// <exception cref="ArgumentException">A column is not there, or a value does not fit its kind.</exception>
    public DataFrame Filter(Condition condition) => Take(ConditionEvaluator.Rows(condition, this));

    /// <summary>The rows that meet a condition such as <c>age >= 65 and sex = 'Female'</c>; see <see cref="ConditionParser"/>.</summary>
    /// <exception cref="ConditionParseException">The text is no condition.</exception>
    public DataFrame Filter(string expression) => Filter(ParseCondition(expression));

    /// <summary>Reads a condition on this table's columns.</summary>
    /// <exception cref="ConditionParseException">The text is no condition.</exception>
    public Condition ParseCondition(string expression) => ConditionParser.Parse(expression, KindsOnly());

    private DataFrame Filter(ReadOnlySpan<bool> mask) => Take(ConditionEvaluator.RowsOf(mask));

    // Names, kinds and spellings: all that a condition needs, without reading a cell.
    private TableSchema KindsOnly() => new([.. Columns.Select(column => new ColumnSchema(column.Name, column.Kind, ColumnRole.Category, Format: column.Format))]);
}
