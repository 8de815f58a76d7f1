using System.Text;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A table with caption, headings and row names as native elements, and a text twin in columns.</summary>
internal static class TableLayout
{
    // JupyterLab and Jupyter Notebook align every cell to the right, and take no attribute against it.
    private const string Left = " style=\"text-align: left\"";

    public static Html ToHtml(TableView view)
    {
        var caption = view.Badge is { } badge
            ? Html.Element("caption" + Left, Html.Element("strong", badge), Html.Text(": " + view.Caption))
            : Html.Element("caption" + Left, view.Caption);
        var headings = view.Columns.Select(column => Heading(column, view.CellLimit));
        if (view.RowNames is not null) headings = headings.Prepend(Html.Element("td")); // the corner heads nothing
        var table = Html.Element("table", caption,
            Html.Element("thead", Html.Element("tr", Html.Concat(headings))),
            Html.Element("tbody", Html.Concat(view.Rows.Select((_, row) => Row(view, row)))));
        return view.Note.Length == 0 ? table : Html.Concat(table, Html.Element("p", view.Note));
    }

    public static string ToText(TableView view)
    {
        var lines = Lines(view);
        bool[] right = [.. view.RowNames is null ? Array.Empty<bool>() : [true], .. view.Columns.Select(column => column.IsNumber)];
        var widths = right.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        var text = new StringBuilder();
        if (view.Badge is { } badge) text.Append('[').Append(VisibleText.Of(badge)).Append("] ");
        text.Append(VisibleText.Of(view.Caption)).Append('\n');
        foreach (var line in lines)
            text.Append(string.Join("  ", line.Select((cell, column) => right[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        if (view.Note.Length > 0) text.Append(VisibleText.Of(view.Note)).Append('\n');
        return text.ToString();
    }

    private static Html Heading(TableViewColumn column, int limit)
    {
        var text = Html.Text(column.Name, limit);
        if (column.Type.Length > 0) text = Html.Concat(text, Html.Break, Html.Element("small", column.Type));
        return column.IsNumber ? Html.Element("th scope=\"col\" align=\"right\"", text) : Html.Element("th scope=\"col\"" + Left, text);
    }

    private static Html Row(TableView table, int row)
    {
        var cells = table.Rows[row].Select((cell, column) => (cell, table.Columns[column].IsNumber) switch
        {
            (null, true) => Html.Element("td align=\"right\"", Html.Element("i", "null")),
            (null, false) => Html.Element("td" + Left, Html.Element("i", "null")),
            ({ } text, true) => Html.Element("td align=\"right\"", Html.Text(text, table.CellLimit)),
            ({ } text, false) => Html.Element("td" + Left, Html.Text(text, table.CellLimit)),
        });
        if (table.RowNames is { } names) cells = cells.Prepend(Html.Element("th scope=\"row\"", names[row]));
        return Html.Element("tr", Html.Concat(cells));
    }

    // Headings, types if any column tells its type, cells; row names in front.
    private static List<string[]> Lines(TableView view)
    {
        var lines = new List<string[]> { Named("", [.. view.Columns.Select(column => column.Name)]) };
        if (view.Columns.Any(column => column.Type.Length > 0)) lines.Add(Named("", [.. view.Columns.Select(column => column.Type)]));
        for (var row = 0; row < view.Rows.Count; row++)
            lines.Add(Named(view.RowNames?[row] ?? "", view.Rows[row]));
        return lines;

        string[] Named(string name, IReadOnlyList<string?> cells) =>
        [
            .. view.RowNames is null ? Array.Empty<string>() : [VisibleText.Of(name)],
            .. cells.Select(cell => cell is null ? "<null>" : VisibleText.Of(ClippedText.Of(cell, view.CellLimit))),
        ];
    }
}
