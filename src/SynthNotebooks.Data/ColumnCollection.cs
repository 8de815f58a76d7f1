using System.Collections;

namespace SynthNotebooks.Data;

/// <summary>The columns of a frame, in order, with a look-up by name.</summary>
public sealed class ColumnCollection : IReadOnlyList<Column>
{
    private readonly List<Column> _columns = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    internal ColumnCollection(IEnumerable<Column> columns)
    {
        foreach (var column in columns) Add(column);
    }

    /// <summary>Number of columns.</summary>
    public int Count => _columns.Count;

    /// <summary>Number of rows of each column; 0 without columns.</summary>
    public int RowCount => _columns.Count == 0 ? 0 : _columns[0].Length;

    /// <summary>The column at a position.</summary>
    public Column this[int position] => _columns[position];

    /// <summary>The column of a name.</summary>
    /// <exception cref="ArgumentException">There is none; the message tells the nearest name.</exception>
    public Column this[string name] => _positions.TryGetValue(name, out var position)
        ? _columns[position]
        : throw new ArgumentException(UnknownColumn.Message(name, _columns.Select(column => column.Name)), nameof(name));

    /// <summary>Position of a name; −1 when there is none.</summary>
    public int IndexOf(string name) => _positions.GetValueOrDefault(name, -1);

    /// <summary>Whether there is a column of that name.</summary>
    public bool Contains(string name) => _positions.ContainsKey(name);

    /// <summary>Appends a column.</summary>
    /// <exception cref="ArgumentException">Its name is taken or its length differs.</exception>
    public void Add(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        RequireLength(column);
        if (!_positions.TryAdd(column.Name, _columns.Count))
            throw new ArgumentException($"Two columns are named '{column.Name}'; names must be distinct.", nameof(column));
        _columns.Add(column);
    }

    /// <summary>Removes the column of a name.</summary>
    /// <returns>False when there was none.</returns>
    public bool Remove(string name)
    {
        if (!_positions.Remove(name, out var position)) return false;
        _columns.RemoveAt(position);
        for (var i = position; i < _columns.Count; i++) _positions[_columns[i].Name] = i;
        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<Column> GetEnumerator() => _columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Set(string name, Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var named = column.Name == name ? column : column.WithName(name);
        if (!_positions.TryGetValue(name, out var position))
        {
            Add(named);
            return;
        }
        if (_columns.Count > 1) RequireLength(named);
        _columns[position] = named;
    }

    private void RequireLength(Column column)
    {
        if (_columns.Count > 0 && column.Length != RowCount)
            throw new ArgumentException($"Column '{column.Name}' has {column.Length} rows, the table has {RowCount}.", nameof(column));
    }
}
