namespace SynthNotebooks.Data;

/// <summary>Integers that order a column's cells as the cells themselves are ordered; equal cells get equal keys.</summary>
internal static class SortKeys
{
    /// <summary>Keys by row; those of missing cells mean nothing.</summary>
    public static long[] Of(Column column)
    {
        var keys = new long[column.Length];
        switch (column)
        {
            case ValueColumn<long> values:
                values.Values.CopyTo(keys);
                break;
            case DateColumn dates:
                for (var row = 0; row < keys.Length; row++) keys[row] = dates.Values[row];
                break;
            case BooleanColumn booleans:
                for (var row = 0; row < keys.Length; row++) keys[row] = booleans.Values[row] ? 1 : 0;
                break;
            case DoubleColumn reals:
                for (var row = 0; row < keys.Length; row++) keys[row] = Ordered(reals.Values[row]);
                break;
            case TextColumn text:
                var ranks = Ranks(text.Categories);
                for (var row = 0; row < keys.Length; row++) keys[row] = text.Codes[row] is >= 0 and var code ? ranks[code] : -1;
                break;
        }
        return keys;
    }

    /// <summary>Row numbers in stable ascending or descending order of the column, missing cells last either way.</summary>
    public static void Sort(Column column, int[] rows, bool descending)
    {
        var keys = Of(column);
        var present = new List<(long Key, int Place, int Row)>(rows.Length);
        var missing = new List<int>();
        for (var place = 0; place < rows.Length; place++)
        {
            var row = rows[place];
            if (column.IsNull(row)) missing.Add(row);
            else present.Add((descending ? ~keys[row] : keys[row], place, row));
        }
        present.Sort();
        for (var place = 0; place < present.Count; place++) rows[place] = present[place].Row;
        missing.CopyTo(rows, present.Count);
    }

    // The usual mapping of IEEE bits to ordered integers; both zeros are one value.
    private static long Ordered(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static int[] Ranks(IReadOnlyList<string> categories)
    {
        var order = new int[categories.Count];
        for (var code = 0; code < order.Length; code++) order[code] = code;
        Array.Sort(order, (a, b) => string.CompareOrdinal(categories[a], categories[b]));
        var ranks = new int[order.Length];
        for (int place = 0, rank = -1; place < order.Length; place++)
        {
            if (place == 0 || categories[order[place]] != categories[order[place - 1]]) rank++;
            ranks[order[place]] = rank;
        }
        return ranks;
    }
}
