using System.Globalization;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Numbers of things in words.</summary>
public static class Counts
{
    /// <summary>«1,000 rows x 1 column»</summary>
    public static string Table(long rows, int columns) => $"{Of(rows, "row")} x {Of(columns, "column")}";

    /// <summary>«1 row», «2 rows»</summary>
    public static string Of(long count, string noun) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
