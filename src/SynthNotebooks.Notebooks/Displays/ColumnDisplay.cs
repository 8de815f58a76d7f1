using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>What a column is, and its first few cells.</summary>
/// <remarks>A column does not know whether its cells are real: as many are shown as of a real table.</remarks>
public sealed class ColumnDisplay : IDisplay<Column>
{
    private static readonly TableViewDisplay Table = new();

    /// <inheritdoc/>
    public Markup ToHtml(Column value) => Table.ToHtml(View(value));

    /// <inheritdoc/>
    public string ToText(Column value) => Table.ToText(View(value));

    private static TableView View(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var shown = Enumerable.Range(0, Math.Min(column.Length, DataFrameDisplay.RealRows)).ToArray();
        return new(
            $"{Counts.Of(column.Length, "row")}, {Counts.Of(column.NullCount, "missing cell")}",
            [new(column.Name, column.Kind.ToString().ToLowerInvariant(), column.Kind is ColumnKind.Integer or ColumnKind.Real)],
            [.. shown.Select(row => (IReadOnlyList<string?>)[column.GetText(row)])])
        {
            RowNames = [.. shown.Select(row => row.ToString(CultureInfo.InvariantCulture))],
            Note = shown.Length < column.Length ? $"The first {shown.Length} rows are shown." : "",
        };
    }
}
