using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>One row of a table: its columns below each other, with the badge of the table.</summary>
public sealed class DataFrameRowDisplay : TableDisplay<DataFrameRow>
{
    private const int Most = 100;

    /// <inheritdoc/>
    protected override TableView View(DataFrameRow value)
    {
        var columns = value.Frame?.Columns.ToArray() ?? [];
        return new($"row {value.Number}", [new("column"), new("value")], [.. columns.Take(Most).Select(column => (IReadOnlyList<string?>)[column.Name, column.GetText(value.Number)])])
        {
            Badge = OriginBadge.Of(value.Frame?.Origin ?? DataOrigin.Unknown),
            Note = columns.Length > Most ? $"The first {Most} columns are shown." : "",
        };
    }
}
