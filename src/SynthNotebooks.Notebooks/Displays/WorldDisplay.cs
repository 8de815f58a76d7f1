using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>The tables of a simulated world, a row a table.</summary>
public sealed class WorldDisplay : TableDisplay<World>
{
    /// <inheritdoc/>
    protected override TableView View(World value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(
            $"{value.Scenario.Title} (seed {value.Seed.ToString(CultureInfo.InvariantCulture)})",
            [new("table"), new("rows", IsNumber: true), new("columns")],
            [.. value.Tables.Select(table => (IReadOnlyList<string?>)[table.Key, table.Value.Rows.Count.ToString("N0", CultureInfo.InvariantCulture), string.Join(", ", table.Value.Columns.Select(column => column.Name))])])
        {
            Badge = OriginBadge.Of(DataOrigin.Synthetic),
            CellLimit = 300,
        };
    }
}
