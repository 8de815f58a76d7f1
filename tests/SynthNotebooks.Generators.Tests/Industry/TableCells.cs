using System.Security.Cryptography;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Industry;

/// <summary>Cells of a table's column, and the bytes of a table.</summary>
internal static class TableCells
{
    /// <summary>Numbers, truth as 0 and 1; NaN where a cell is missing.</summary>
    public static double[] Numbers(this DataFrame table, string column) => [.. Cells(table, column).Select(cell => cell switch
    {
        null => double.NaN,
        bool flag => flag ? 1 : 0,
        long whole => whole,
        double real => real,
        DateTime time => (time - DateTime.UnixEpoch).TotalSeconds,
        DateOnly date => (date.ToDateTime(default) - DateTime.UnixEpoch).TotalSeconds,
        _ => throw new InvalidOperationException($"'{column}' holds {cell.GetType().Name}."),
    })];

    /// <summary>Texts; null where a cell is missing.</summary>
    public static string?[] Texts(this DataFrame table, string column) => [.. Cells(table, column).Select(cell => cell?.ToString())];

    /// <summary>Hash of the table as CSV.</summary>
    public static string Hash(this DataFrame table)
    {
        using var stream = new MemoryStream();
        table.SaveCsv(stream);
        return Convert.ToHexString(SHA256.HashData(stream.ToArray()));
    }

    private static IEnumerable<object?> Cells(DataFrame table, string column)
    {
        var cells = table[column];
        for (var row = 0; row < table.Rows.Count; row++) yield return cells[row];
    }
}
