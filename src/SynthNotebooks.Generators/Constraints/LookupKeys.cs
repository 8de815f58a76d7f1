using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>The table of a dependence: cells of the determinants as one text, and a row that holds the dependent value.</summary>
internal static class LookupKeys
{
    /// <summary>Whole keys, then keys of the first determinant alone, then the most frequent value under a key that no cells have.</summary>
    public static (string[] Keys, int[] Rows) Of(Column[] given, Column dependent, int[] rows, int minimumCount)
    {
        var (keys, places) = (new List<string>(), new List<int>());
        for (var parts = given.Length; ; parts = Math.Min(parts - 1, 1))
        {
            foreach (var (key, row) in Best(given, dependent, rows, parts, minimumCount))
            {
                keys.Add(key);
                places.Add(row);
            }
            if (parts == 0) return ([.. keys], [.. places]);
        }
    }

    /// <summary>The first determinants' cells as one text.</summary>
    public static string Key(Column[] given, int row, int parts)
    {
        var key = new System.Text.StringBuilder();
        key.Append((char)('0' + parts));
        for (var i = 0; i < parts; i++) key.Append('\u001f').Append(given[i].GetText(row));
        return key.ToString();
    }

    // The most frequent value of each key that enough rows have, in order of first occurrence.
    private static IEnumerable<(string Key, int Row)> Best(Column[] given, Column dependent, int[] rows, int parts, int minimumCount)
    {
        var values = RowGroups.Of([dependent.Take(rows)]).Groups;
        var counts = new Dictionary<(string Key, int Value), int>();
        var order = new List<(string Key, int Value, int Row)>();
        for (var i = 0; i < rows.Length; i++)
        {
            var pair = (Key(given, rows[i], parts), values[i]);
            if (!counts.TryGetValue(pair, out var count)) order.Add((pair.Item1, values[i], rows[i]));
            counts[pair] = count + 1;
        }
        return order.Where(pair => counts[(pair.Key, pair.Value)] >= minimumCount).GroupBy(pair => pair.Key)
            .Select(group => group.MaxBy(pair => counts[(pair.Key, pair.Value)])).Select(pair => (pair.Key, pair.Row));
    }
}
