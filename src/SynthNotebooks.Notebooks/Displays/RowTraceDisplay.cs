using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>How a simulated row came about: its own cells, then those of the rows it belongs to.</summary>
public sealed class RowTraceDisplay : TableDisplay<RowTrace>
{
    /// <inheritdoc/>
    protected override TableView View(RowTrace value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(
            $"row {value.Row.ToString("N0", CultureInfo.InvariantCulture)} of {value.Table}, {value.Key}, and the rows it belongs to",
            [new("row"), new("attribute"), new("value"), new("rule"), new("parameters"), new("drawn"), new("stands in")],
            [.. value.Rows.SelectMany(row => row.Cells.Select(cell => (IReadOnlyList<string?>)
            [
                row.Entity, cell.Name, cell.Value, cell.Rule,
                string.Join(", ", cell.Parameters.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} {one.Value:G6}"))),
                string.Join(", ", cell.Draws.Select(one => one.ToString("F4", CultureInfo.InvariantCulture))),
                cell.Place + (cell.Note is null ? "" : "; " + cell.Note),
            ]))])
        {
            Badge = OriginBadge.Of(DataOrigin.Synthetic),
            CellLimit = 120,
        };
    }
}
