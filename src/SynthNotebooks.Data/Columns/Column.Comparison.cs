namespace SynthNotebooks.Data;

public abstract partial class Column
{
    /// <summary>Whether each cell is greater than a number; missing where the cell is.</summary>
    public static BooleanColumn operator >(Column left, double right) => Compared(left, ComparisonOperator.Greater, right);

    /// <summary>Whether each cell is less than a number; missing where the cell is.</summary>
    public static BooleanColumn operator <(Column left, double right) => Compared(left, ComparisonOperator.Less, right);

    /// <summary>Whether each cell is at least a number; missing where the cell is.</summary>
    public static BooleanColumn operator >=(Column left, double right) => Compared(left, ComparisonOperator.GreaterOrEqual, right);

    /// <summary>Whether each cell is at most a number; missing where the cell is.</summary>
    public static BooleanColumn operator <=(Column left, double right) => Compared(left, ComparisonOperator.LessOrEqual, right);

    /// <summary>Whether each cell equals a value of the column's type; missing where the cell is.</summary>
    /// <exception cref="ArgumentException">The value does not fit the column's kind.</exception>
    public BooleanColumn ElementwiseEquals(object value) => Compared(this, ComparisonOperator.Equal, value);

    /// <summary>Whether each cell differs from a value; missing where the cell is.</summary>
    /// <exception cref="ArgumentException">The value does not fit the column's kind.</exception>
    public BooleanColumn ElementwiseNotEquals(object value) => Compared(this, ComparisonOperator.NotEqual, value);

    /// <summary>Whether each cell is greater than a value; missing where the cell is.</summary>
    /// <exception cref="ArgumentException">The value does not fit the column's kind.</exception>
    public BooleanColumn ElementwiseGreaterThan(object value) => Compared(this, ComparisonOperator.Greater, value);

    /// <summary>Whether each cell is at least a value; missing where the cell is.</summary>
    /// <exception cref="ArgumentException">The value does not fit the column's kind.</exception>
    public BooleanColumn ElementwiseGreaterThanOrEqual(object value) => Compared(this, ComparisonOperator.GreaterOrEqual, value);

    /// <summary>Whether each cell is less than a value; missing where the cell is.</summary>
    /// <exception cref="ArgumentException">The value does not fit the column's kind.</exception>
    public BooleanColumn ElementwiseLessThan(object value) => Compared(this, ComparisonOperator.Less, value);

    /// <summary>Whether each cell is at most a value; missing where the cell is.</summary>
    /// <exception cref="ArgumentException">The value does not fit the column's kind.</exception>
    public BooleanColumn ElementwiseLessThanOrEqual(object value) => Compared(this, ComparisonOperator.LessOrEqual, value);

    /// <summary>Whether each cell is missing.</summary>
    public BooleanColumn ElementwiseIsNull() => NullFlags(wanted: true);

    /// <summary>Whether each cell is there.</summary>
    public BooleanColumn ElementwiseIsNotNull() => NullFlags(wanted: false);

    private static BooleanColumn Compared(Column column, ComparisonOperator comparison, object value)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(value);
        var flags = new bool[column.Length];
        ComparisonKernels.Compare(column, comparison, value, flags);
        return new BooleanColumn(column.Name, flags, column.NullCount == 0 ? null : NullMask.Of(column.NullFlags(wanted: true).Values));
    }

    private BooleanColumn NullFlags(bool wanted)
    {
        var flags = new bool[Length];
        for (var row = 0; row < flags.Length; row++) flags[row] = IsNull(row) == wanted;
        return new BooleanColumn(Name, flags);
    }
}
