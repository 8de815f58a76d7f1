using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>What a column is, and its first few cells.</summary>
/// <remarks>A column does not know whether its cells are real: as many are shown as of a real table.</remarks>
public sealed class ColumnDisplay : TableDisplay<Column>
{
    /// <inheritdoc/>
    protected override TableView View(Column value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var shown = Enumerable.Range(0, Math.Min(value.Length, DataFrameDisplay.RealRows)).ToArray();
        return new(
            $"{Counts.Of(value.Length, "row")}, {Counts.Of(value.NullCount, "missing cell")}",
            [new(value.Name, value.Kind.ToString().ToLowerInvariant(), value.Kind is ColumnKind.Integer or ColumnKind.Real)],
            [.. shown.Select(row => (IReadOnlyList<string?>)[value.GetText(row)])])
        {
            RowNames = [.. shown.Select(row => row.ToString(CultureInfo.InvariantCulture))],
            Note = shown.Length < value.Length ? $"The first {shown.Length} rows are shown." : "",
        };
    }
}
