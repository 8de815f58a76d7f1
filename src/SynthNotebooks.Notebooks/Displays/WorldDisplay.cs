using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>The tables of a simulated world: how many rows each has and what its columns are.</summary>
public sealed class WorldDisplay : HtmlDisplay<World>
{
    /// <inheritdoc/>
    protected override Html ToHtml(World value) => TableLayout.ToHtml(View(value));

    /// <inheritdoc/>
    protected override string ToText(World value) => TableLayout.ToText(View(value));

    private static TableView View(World value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(
            $"world of '{value.Scenario.Name}': {Counts.Of(value.Tables.Count, "table")} from {Counts.Of(value.Rows, "row")} of {value.Scenario.Main}, seed {value.Seed.ToString(CultureInfo.InvariantCulture)}",
            [new("table"), new("rows", IsNumber: true), new("columns", IsNumber: true), new("names")],
            [.. value.Tables.Select(table => (IReadOnlyList<string?>)[table.Key, Number(table.Value.Rows.Count), Number(table.Value.Columns.Count), string.Join(", ", table.Value.Columns.Select(column => column.Name))])])
        {
            Badge = OriginBadge.Of(DataOrigin.Synthetic),
            CellLimit = 160,
        };
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
