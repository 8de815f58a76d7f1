using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>A two-dimensional array, with the numbers of its rows and columns.</summary>
internal static class GridDisplay
{
    public static StockDisplay Of(Array grid)
    {
        int rows = grid.GetLength(0), columns = grid.GetLength(1), shownRows = Math.Min(rows, Formatter.ListExpansionLimit), shownColumns = Math.Min(columns, Formatter.ListExpansionLimit);
        var header = Enumerable.Range(0, shownColumns).Select(c => c.ToString(CultureInfo.InvariantCulture)).Prepend("").ToArray();
        var cells = Enumerable.Range(0, shownRows).Select(r => (IReadOnlyList<CellText>)[new CellText(r.ToString(CultureInfo.InvariantCulture), IsNumber: true),
            .. Enumerable.Range(0, shownColumns).Select(c => CellText.Of(grid.GetValue(r + grid.GetLowerBound(0), c + grid.GetLowerBound(1))))]).ToArray();
        var note = shownRows == rows && shownColumns == columns ? "" : string.Create(CultureInfo.InvariantCulture, $"{shownRows} of {rows} rows, {shownColumns} of {columns} columns");
        return ValueTable.Display(header, cells, note);
    }
}
