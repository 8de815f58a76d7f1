using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>The columns of a table with their types and missing cells; no value of a record.</summary>
public sealed class ColumnCollectionDisplay : TableDisplay<ColumnCollection>
{
    private const int Most = 100;

    /// <inheritdoc/>
    protected override TableView View(ColumnCollection value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(
            $"{Counts.Of(value.Count, "column")} of {Counts.Of(value.RowCount, "row")}",
            [new("column"), new("type"), new("missing", IsNumber: true)],
            [.. value.Take(Most).Select(column => (IReadOnlyList<string?>)[column.Name, column.Kind.ToString().ToLowerInvariant(), column.NullCount.ToString("N0", CultureInfo.InvariantCulture)])])
        {
            RowNames = [.. Enumerable.Range(0, Math.Min(value.Count, Most)).Select(i => i.ToString(CultureInfo.InvariantCulture))],
            Note = value.Count > Most ? $"The first {Most} columns are shown." : "",
        };
    }
}
