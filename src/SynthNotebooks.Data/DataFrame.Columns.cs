namespace SynthNotebooks.Data;

public sealed partial class DataFrame
{
    /// <summary>The same table with a column appended, or replaced when there is one of its name.</summary>
    /// <exception cref="ArgumentException">The column has another length.</exception>
    public DataFrame AddColumn(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var frame = WithOrigin(Origin);
        frame.Columns.Set(column.Name, column);
        return frame;
    }

    /// <summary>The same table with a column under another name.</summary>
    /// <exception cref="ArgumentException">No such column, or the new name is taken.</exception>
    public DataFrame Rename(string name, string newName)
    {
        ArgumentNullException.ThrowIfNull(newName);
        _ = Columns[name];
        return new DataFrame(Columns.Select(column => column.Name == name ? column.WithName(newName) : column)) { Origin = Origin };
    }

    /// <summary>The same table without the named columns.</summary>
    /// <exception cref="ArgumentException">No such column.</exception>
    public DataFrame Drop(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var dropped = names.Select(name => Columns[name].Name).ToHashSet(StringComparer.Ordinal);
        return new DataFrame(Columns.Where(column => !dropped.Contains(column.Name))) { Origin = Origin };
    }

    /// <summary>The same table with missing cells of the named columns filled; of all columns that the value fits when none is named.</summary>
    /// <param name="value">A value of the columns' type.</param>
    /// <param name="columns">Names.</param>
    /// <exception cref="ArgumentException">No such column, or the value does not fit a named one.</exception>
    public DataFrame FillNulls(object value, params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(columns);
        var named = columns.Select(name => Columns[name].Name).ToHashSet(StringComparer.Ordinal);
        var filled = Columns.Select(column =>
            named.Count == 0 ? column.NullCount == 0 || !NullFilling.Fits(column, value) ? column : column.FillNulls(value)
            : named.Contains(column.Name) ? column.FillNulls(value) : column);
        return new DataFrame(filled) { Origin = Origin };
    }

    /// <summary>The rows of this table, then those of another with the same columns.</summary>
    /// <exception cref="ArgumentException">The columns differ in name, order or kind.</exception>
    public DataFrame Append(DataFrame other) => Concatenate([this, other]);

    /// <summary>The table with one more row.</summary>
    /// <param name="row">One value a column, of the columns' types; null for missing.</param>
    /// <exception cref="ArgumentException">Another number of values, or one that does not fit its column.</exception>
    public DataFrame Append(IEnumerable<object?> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var values = row.ToArray();
        if (values.Length != Columns.Count) throw new ArgumentException($"The row has {values.Length} values, the table has {Columns.Count} columns.", nameof(row));
        return new DataFrame(Columns.Select((column, i) => column.Concatenate([column, NullFilling.Single(column, values[i])]))) { Origin = Origin };
    }
}
