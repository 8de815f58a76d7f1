namespace SynthNotebooks.Data;

/// <summary>A view of one row.</summary>
public readonly struct DataFrameRow
{
    private readonly DataFrame _frame;

    internal DataFrameRow(DataFrame frame, int number) => (_frame, Number) = (frame, number);

    /// <summary>The table that it is a row of.</summary>
    public DataFrame Frame => _frame;

    /// <summary>0-based.</summary>
    public int Number { get; }

    /// <summary>The cell of a column; null when it is missing.</summary>
    public object? this[string column] => _frame.Columns[column][Number];

    /// <summary>The cell at a position; null when it is missing.</summary>
    public object? this[int column] => _frame.Columns[column][Number];

    /// <summary>All cells in column order.</summary>
    public IEnumerable<object?> Cells
    {
        get
        {
            foreach (var column in _frame.Columns) yield return column[Number];
        }
    }

    /// <summary>The cells with spaces between them.</summary>
    public override string ToString()
    {
        var row = Number;
        return _frame is null ? "" : string.Join(' ', _frame.Columns.Select(column => column.GetText(row) ?? "<null>"));
    }
}
