using System.Data;
using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>The first rows of a table of System.Data, the interchange format of data libraries.</summary>
internal static class DataTableDisplay
{
    public static StockDisplay Of(DataTable table)
    {
        var columns = table.Columns.Cast<DataColumn>().ToArray();
        var rows = table.Rows.Cast<DataRow>().Take(Formatter.ListExpansionLimit)
            .Select(row => (IReadOnlyList<CellText>)[.. columns.Select(column => CellText.Of(row[column] is DBNull ? null : row[column]))]).ToArray();
        var note = string.Create(CultureInfo.InvariantCulture, $"{table.Rows.Count} rows x {columns.Length} columns{(rows.Length < table.Rows.Count ? $", the first {rows.Length} shown" : "")}");
        return columns.Length == 0 ? StockDisplay.Preformatted(note) : ValueTable.Display([.. columns.Select(c => c.ColumnName)], rows, note);
    }
}
