using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>A small table, as HTML and as text; numbers stand to the right in both.</summary>
internal static class ValueTable
{
    public static MimeBundle Of(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows) =>
        Display(header, [.. rows.Select(row => (IReadOnlyList<CellText>)[.. row.Select(cell => new CellText(cell))])]).ToBundle();

    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">As many cells each.</param>
    /// <param name="note">What is not shown; may be empty.</param>
    public static StockDisplay Display(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<CellText>> rows, string note = "")
    {
        var right = header.Select((_, column) => rows.Count > 0 && rows.All(row => row[column].IsNumber || row[column].Text.Length == 0)).ToArray();
        return new StockDisplay(Html(header, rows, right, note), Plain(header, rows, right, note));
    }

    private static string Plain(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<CellText>> rows, bool[] right, string note)
    {
        var lines = rows.Select(row => row.Select(cell => cell.Text)).Prepend(header).Select(row => row.Select(MessageText.Of).ToArray()).ToArray();
        var widths = header.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        var text = string.Join('\n', lines.Select(line =>
            string.Join("  ", line.Select((cell, column) => right[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd()));
        return note.Length == 0 ? text : text + "\n" + MessageText.Of(note);
    }

    private static string Html(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<CellText>> rows, bool[] right, string note)
    {
        var head = string.Concat(header.Select((name, column) => $"<th{Style(column)}>{ShownText.Html(name)}</th>"));
        var body = string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Select((cell, column) => $"<td{Style(column)}>{cell.Html}</td>"))}</tr>"));
        var below = note.Length == 0 ? "" : $"<p>{ShownText.Html(note)}</p>";
        return $"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}";

        // Said of both sides: JupyterLab and Jupyter Notebook align every cell to the right by themselves, other front ends to the left.
        string Style(int column) => right[column] ? " style=\"text-align: right\"" : " style=\"text-align: left\"";
    }
}
