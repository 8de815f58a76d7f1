using System.Collections;
using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>A dictionary as a table of keys and values.</summary>
internal static class DictionaryDisplay
{
    public static StockDisplay? Of(IDictionary dictionary)
    {
        var rows = new List<IReadOnlyList<CellText>>();
        foreach (DictionaryEntry entry in dictionary)
        {
            if (rows.Count == Formatter.ListExpansionLimit) break;
            rows.Add([CellText.Of(entry.Key), CellText.Of(entry.Value)]);
        }
        if (rows.Count == 0) return new StockDisplay("<i>(empty)</i>", "(empty)");
        var note = rows.Count == dictionary.Count ? "" : string.Create(CultureInfo.InvariantCulture, $"... ({dictionary.Count - rows.Count} more)");
        return ValueTable.Display(["key", "value"], rows, note);
    }
}
