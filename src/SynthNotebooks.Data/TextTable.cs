using System.Text;

namespace SynthNotebooks.Data;

/// <summary>Draws a table as plain text, for terminals and logs.</summary>
internal static class TextTable
{
    private const int WidestCell = 32, MostColumns = 20;

    public static string Render(DataFrame frame, int rows)
    {
        var shown = (int)Math.Min(rows, frame.Rows.Count);
        var columns = frame.Columns.Take(MostColumns).ToArray();
        var cells = columns.Select(column => Cells(column, shown)).ToArray();
        var widths = cells.Select(column => column.Max(cell => cell.Length)).ToArray();
        var text = new StringBuilder();
        for (var line = 0; line <= shown; line++)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                var right = columns[i].Kind is ColumnKind.Integer or ColumnKind.Real;
                text.Append(i > 0 ? "  " : "").Append(right ? cells[i][line].PadLeft(widths[i]) : cells[i][line].PadRight(widths[i]));
            }
            while (text.Length > 0 && text[^1] == ' ') text.Length--;
            text.Append('\n');
        }
        return text.Append(FormattableString.Invariant($"[{frame.Rows.Count} rows x {frame.Columns.Count} columns]")).ToString();
    }

    private static string[] Cells(Column column, int rows)
    {
        var cells = new string[rows + 1];
        cells[0] = Short(column.Name);
        for (var row = 0; row < rows; row++) cells[row + 1] = Short(column.GetText(row) ?? "");
        return cells;
    }

    private static string Short(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= WidestCell ? line : line[..(WidestCell - 3)] + "...";
    }
}
