namespace SynthNotebooks.Data;

/// <summary>What is known of a table: its columns in order.</summary>
public sealed partial record TableSchema
{
    /// <param name="columns">In the table's order, names distinct.</param>
    /// <exception cref="ArgumentException">A name repeats.</exception>
    public TableSchema(IReadOnlyList<ColumnSchema> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw new ArgumentException($"Two columns of the schema are named '{repeated.Key}'.", nameof(columns));
        Columns = columns;
    }

    /// <summary>The columns in the table's order.</summary>
    public IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>The column of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ColumnSchema this[string name] => Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new ArgumentException(UnknownColumn.Message(name, Columns.Select(column => column.Name)), nameof(name));

    /// <summary>The same schema with one column changed.</summary>
    public TableSchema With(string name, Func<ColumnSchema, ColumnSchema> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _ = this[name];
        return new([.. Columns.Select(column => column.Name == name ? change(column) : column)]);
    }
}
