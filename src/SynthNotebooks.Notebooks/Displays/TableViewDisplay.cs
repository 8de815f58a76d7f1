using System.Text;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A table with caption, headings and row names as native elements, and a text twin in columns.</summary>
public sealed class TableViewDisplay : IDisplay<TableView>
{
    private const int CellLimit = 60;

    /// <inheritdoc/>
    public Markup ToHtml(TableView value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var caption = value.Badge is { } badge
            ? Markup.Element("caption", Markup.Element("strong", badge), Markup.Text(": " + value.Caption))
            : Markup.Element("caption", value.Caption);
        var headings = value.Columns.Select(column => column.Type.Length == 0
            ? Markup.Element("th scope=\"col\"", Markup.Text(column.Name, CellLimit))
            : Markup.Element("th scope=\"col\"", Markup.Text(column.Name, CellLimit), Markup.Break, Markup.Element("small", column.Type)));
        if (value.RowNames is not null) headings = headings.Prepend(Markup.Element("th"));
        var table = Markup.Element("table", caption,
            Markup.Element("thead", Markup.Element("tr", Markup.Concat(headings))),
            Markup.Element("tbody", Markup.Concat(value.Rows.Select((_, row) => Row(value, row)))));
        return value.Note.Length == 0 ? table : Markup.Concat(table, Markup.Element("p", value.Note));
    }

    /// <inheritdoc/>
    public string ToText(TableView value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var names = value.RowNames is { } rowNames ? rowNames.Prepend("").ToList() : null;
        var lines = new List<string[]> { value.Columns.Select(column => VisibleText.Of(column.Name, CellLimit)).ToArray() };
        var hasTypes = value.Columns.Any(column => column.Type.Length > 0);
        if (hasTypes) lines.Add([.. value.Columns.Select(column => column.Type)]);
        lines.AddRange(value.Rows.Select(row => row.Select(cell => cell is null ? "<null>" : VisibleText.Of(cell, CellLimit)).ToArray()));
        if (names is not null)
        {
            if (hasTypes) names.Insert(1, "");
            for (var i = 0; i < lines.Count; i++) lines[i] = [names[i], .. lines[i]];
        }
        bool[] right = [.. value.RowNames is null ? Array.Empty<bool>() : [true], .. value.Columns.Select(column => column.IsNumber)];
        var text = new StringBuilder();
        if (value.Badge is { } badge) text.Append('[').Append(badge).Append("] ");
        text.Append(VisibleText.Of(value.Caption)).Append('\n');
        var widths = Enumerable.Range(0, right.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
            text.Append(string.Join("  ", line.Select((cell, column) => right[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        if (value.Note.Length > 0) text.Append(VisibleText.Of(value.Note)).Append('\n');
        return text.ToString();
    }

    private static Markup Row(TableView table, int row)
    {
        var cells = table.Rows[row].Select((cell, column) => (cell, table.Columns[column].IsNumber) switch
        {
            (null, true) => Markup.Element("td align=\"right\"", Markup.Element("i", "null")),
            (null, false) => Markup.Element("td", Markup.Element("i", "null")),
            ({ } text, true) => Markup.Element("td align=\"right\"", Markup.Text(text, CellLimit)),
            ({ } text, false) => Markup.Element("td", Markup.Text(text, CellLimit)),
        });
        if (table.RowNames is { } names) cells = cells.Prepend(Markup.Element("th scope=\"row\"", names[row]));
        return Markup.Element("tr", Markup.Concat(cells));
    }
}
