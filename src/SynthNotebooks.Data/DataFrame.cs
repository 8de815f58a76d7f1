namespace SynthNotebooks.Data;

/// <summary>A table: named columns of equal length. Columns are immutable; the set of columns can be changed.</summary>
/// <remarks>
/// Everyday members carry the names of Microsoft.Data.Analysis. Row selections copy the chosen cells and share category dictionaries.
/// Reading from several threads is safe while nobody changes the set of columns.
/// </remarks>
public sealed partial class DataFrame
{
    /// <param name="columns">Columns of one length with distinct names.</param>
    /// <exception cref="ArgumentException">Lengths differ or a name repeats; the message names the column.</exception>
    public DataFrame(params IEnumerable<Column> columns)
    {
        Columns = new ColumnCollection(columns);
        Rows = new RowCollection(this);
    }

    /// <summary>The columns, by position and by name.</summary>
    public ColumnCollection Columns { get; }

    /// <summary>The rows, read-only.</summary>
    public RowCollection Rows { get; }

    /// <summary>Whether the rows are real or synthetic; row selections keep it.</summary>
    public DataOrigin Origin { get; init; }

    internal const int FewestSummarised = 5; // as many as a category must have to be told of real records

    /// <summary>Whether the rows are figures about 5 records or more, as <see cref="Description"/> gives them, and no records; displays then show more of them.</summary>
    public bool IsSummary { get; init; }

    /// <summary>The column of a name; setting replaces the column of that name or appends it.</summary>
    /// <exception cref="ArgumentException">No such column (the message lists the nearest names), or another length.</exception>
    public Column this[string name]
    {
        get => Columns[name];
        set => Columns.Set(name, value);
    }

    /// <summary>The cell of a row and column; null when it is missing.</summary>
    public object? this[long row, int column] => Columns[column][checked((int)row)];

    /// <summary>The rows of the given numbers, in their order, with repeats.</summary>
    public DataFrame Take(ReadOnlySpan<int> rows)
    {
        var columns = new Column[Columns.Count];
        for (var i = 0; i < columns.Length; i++) columns[i] = Columns[i].Take(rows);
        return new DataFrame(columns) { Origin = Origin };
    }

    /// <summary>A run of rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The run leaves the table.</exception>
    public DataFrame Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + (long)length, Rows.Count, nameof(length));
        return new DataFrame(Columns.Select(column => column.Slice(start, length))) { Origin = Origin };
    }

    /// <summary>The named columns, in that order.</summary>
    public DataFrame Select(params IEnumerable<string> names) => new(names.Select(name => Columns[name])) { Origin = Origin };

    /// <summary>The same table with its origin stated.</summary>
    public DataFrame WithOrigin(DataOrigin origin) => new(Columns) { Origin = origin };

    /// <summary>Tables with the same columns (names, order, kinds), one below the other.</summary>
    /// <param name="parts">At least one; names and formats are the first's, the origin too.</param>
    /// <exception cref="ArgumentException">No part, or parts that differ in their columns.</exception>
    public static DataFrame Concatenate(IReadOnlyList<DataFrame> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0) throw new ArgumentException("At least one table is needed.", nameof(parts));
        var first = parts[0];
        if (parts.Count == 1) return first;
        foreach (var part in parts)
        {
            if (part.Columns.Count != first.Columns.Count)
                throw new ArgumentException($"A part has {part.Columns.Count} columns, the first has {first.Columns.Count}.", nameof(parts));
            for (var i = 0; i < first.Columns.Count; i++)
            {
                if (part.Columns[i].Name != first.Columns[i].Name || part.Columns[i].Kind != first.Columns[i].Kind)
                    throw new ArgumentException(
                        $"Column {i} is '{part.Columns[i].Name}' ({part.Columns[i].Kind}) in one part and '{first.Columns[i].Name}' ({first.Columns[i].Kind}) in the first.", nameof(parts));
            }
        }
        var columns = new Column[first.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = first.Columns[i].Concatenate([.. parts.Select(part => part.Columns[i])]);
        return new DataFrame(columns) { Origin = first.Origin };
    }
}
