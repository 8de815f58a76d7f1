using System.Text.Json.Nodes;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Live;

/// <summary>A table for a script that lays it out; every text has its control and direction characters made visible, cells are cut to the table's limit.</summary>
internal static class TableJson
{
    public static JsonObject Of(TableView table) => new()
    {
        ["caption"] = VisibleText.Of(table.Caption),
        ["badge"] = table.Badge is { } badge ? VisibleText.Of(badge) : null,
        ["note"] = VisibleText.Of(table.Note),
        ["columns"] = new JsonArray([.. table.Columns.Select(column => (JsonNode)new JsonObject
        {
            ["name"] = Cell(column.Name, table),
            ["type"] = column.Type,
            ["number"] = column.IsNumber,
        })]),
        ["rows"] = new JsonArray([.. table.Rows.Select(row => (JsonNode)new JsonArray([.. row.Select(cell => cell is null ? null : (JsonNode)JsonValue.Create(Cell(cell, table)))]))]),
        ["names"] = table.RowNames is null ? null : new JsonArray([.. table.RowNames.Select(name => (JsonNode)JsonValue.Create(VisibleText.Of(name)))]),
    };

    private static string Cell(string text, TableView table) => VisibleText.Of(ClippedText.Of(text, table.CellLimit));
}
