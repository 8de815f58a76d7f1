using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>How a simulated row came about: a table of rules for it, and one for each row that it belongs to.</summary>
public sealed class RowTraceDisplay : HtmlDisplay<RowTrace>
{
    /// <inheritdoc/>
    protected override Html ToHtml(RowTrace value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Html.Concat([.. value.Rows.Select((row, i) => TableLayout.ToHtml(View(row, i)))]);
    }

    /// <inheritdoc/>
    protected override string ToText(RowTrace value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return string.Join("\n", value.Rows.Select((row, i) => TableLayout.ToText(View(row, i))));
    }

    private static TableView View(TracedRow row, int level) => new(
        level == 0 ? $"how {row.Key} of {row.Entity} came about" : $"it belongs to {row.Key} of {row.Entity}",
        [new("attribute"), new("value"), new("rule"), new("parameters"), new("draws"), new("place"), new("note")],
        [
            .. row.Cells.Select(cell => (IReadOnlyList<string?>)
            [
                cell.Name, cell.Value, cell.Rule,
                string.Join(", ", cell.Parameters.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} {one.Value:G6}"))),
                string.Join(", ", cell.Draws.Select(one => one.ToString("F4", CultureInfo.InvariantCulture))),
                cell.Place.ToString(), cell.Note ?? "",
            ]),
        ])
    {
        Badge = OriginBadge.Of(DataOrigin.Synthetic),
        CellLimit = 120,
    };
}
