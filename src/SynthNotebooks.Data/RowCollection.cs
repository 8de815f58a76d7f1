using System.Collections;

namespace SynthNotebooks.Data;

/// <summary>The rows of a frame, as views.</summary>
public sealed class RowCollection : IEnumerable<DataFrameRow>
{
    private readonly DataFrame _frame;

    internal RowCollection(DataFrame frame) => _frame = frame;

    /// <summary>The table whose rows they are.</summary>
    public DataFrame Frame => _frame;

    /// <summary>Number of rows.</summary>
    public long Count => _frame.Columns.RowCount;

    /// <summary>The row of a number, 0-based.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public DataFrameRow this[long row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
            return new DataFrameRow(_frame, (int)row);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<DataFrameRow> GetEnumerator()
    {
        for (var row = 0; row < Count; row++) yield return new DataFrameRow(_frame, row);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
