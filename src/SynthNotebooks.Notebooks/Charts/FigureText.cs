using System.Globalization;
using System.Text;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Plain-text tables with aligned columns.</summary>
internal static class FigureText
{
    private const int WidestCell = 28;

    /// <summary>A score with three decimals; a dash when undefined.</summary>
    public static string Score(double? value) => value is { } number ? (number is < 0 and > -0.0005 ? 0 : number).ToString("0.000", CultureInfo.InvariantCulture) : "-"; // no minus before zeros

    /// <summary>A share of one, in per cent.</summary>
    public static string Percent(double share) => share switch
    {
        > 0 and < 0.0005 => "<0.1 %",
        > 0.995 and < 0.9995 or > 0 and < 0.0995 => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %",
        _ => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
    };

    /// <summary>A number with two decimals and a true minus sign.</summary>
    public static string Signed(double value) => (value < 0 ? "−" : "") + Math.Abs(value).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A count with separators of thousands.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number to six digits.</summary>
    public static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>Rows of cells; the first column is flush left, the others right.</summary>
    public static string Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = new List<IReadOnlyList<string>> { head };
        all.AddRange(rows.Select(row => row.Select(Cell).ToArray()));
        var widths = Enumerable.Range(0, head.Count).Select(i => all.Max(row => row[i].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in all)
        {
            var line = new StringBuilder("  ");
            for (var i = 0; i < row.Count; i++)
                line.Append(i == 0 ? row[i].PadRight(widths[i]) : "  " + row[i].PadLeft(widths[i]));
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The text, cut to the width of a cell.</summary>
    public static string Cell(string text)
    {
        var shown = VisibleText.Of(text);
        if (shown.Length <= WidestCell) return shown;
        var cut = WidestCell - 1;
        if (char.IsHighSurrogate(shown[cut - 1])) cut--;
        return shown[..cut] + "…";
    }
}
