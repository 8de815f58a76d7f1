using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>A sensitive column as codes, and how often each occurs in a class.</summary>
internal sealed class SensitiveCounts
{
    private readonly int[] _codes, _counts, _seen;
    private int _distinct;

    /// <exception cref="AnonymityException">There is no such column.</exception>
    public SensitiveCounts(DataFrame table, string column)
    {
        if (!table.Columns.Contains(column)) throw new AnonymityException(UnknownColumn.Message("sensitive column", column, table.Columns.Select(known => known.Name)));
        Column = table[column];
        (_codes, FirstRows) = table.Rows.Count == 0 ? ([], []) : RowGroups.Of([Column]);
        (_counts, _seen) = (new int[FirstRows.Length], new int[FirstRows.Length]);
        Totals = new int[FirstRows.Length];
        foreach (var code in _codes) Totals[code]++;
    }

    public Column Column { get; }

    public int Rows => _codes.Length;

    public int[] FirstRows { get; }

    /// <summary>Occurrences in the whole table by code.</summary>
    public int[] Totals { get; }

    /// <summary>Occurrences in the class by code, those of <see cref="Seen"/> only.</summary>
    public int[] Counts => _counts;

    /// <summary>The codes that occur in the class, in order of first occurrence.</summary>
    public ReadOnlySpan<int> Seen => _seen.AsSpan(0, _distinct);

    public int CodeOf(int row) => _codes[row];

    public void Count(ReadOnlySpan<int> rows)
    {
        foreach (var code in Seen) _counts[code] = 0;
        _distinct = 0;
        foreach (var row in rows)
            if (_counts[_codes[row]]++ == 0) _seen[_distinct++] = _codes[row];
    }
}
