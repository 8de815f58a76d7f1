using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Exchanges the values of a column between rows that are near in rank, within groups of rows if asked.</summary>
/// <remarks>
/// The column's distribution stays exactly as it is; its dependence on others is weakened by at most the window. No formal promise. Cost: O(n log n). Source: Moore, US Bureau of the
/// Census, Statistical Research Division report RR 96-04, 1996.
/// </remarks>
public static class RankSwapping
{
    /// <summary>Swaps a column.</summary>
    /// <param name="table">Any.</param>
    /// <param name="column">Whose values are exchanged; text goes by ordinal order. Missing cells stay where they are.</param>
    /// <param name="window">Largest distance in rank, as a share of the group's rows, above 0, at most 1.</param>
    /// <param name="bits">Cryptographic, unless the swaps may be undone by whoever knows the seed.</param>
    /// <param name="within">Columns whose equal rows make a group; empty for the whole table.</param>
    /// <exception cref="AnonymityException">A column is unknown.</exception>
    public static DataFrame Swap(DataFrame table, string column, double window, RandomBits bits, params IReadOnlyList<string> within)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(bits);
        ArgumentNullException.ThrowIfNull(within);
        Require.InRange(window, double.Epsilon, 1);
        foreach (var name in within.Append(column))
            if (!table.Columns.Contains(name)) throw new AnonymityException(UnknownColumn.Message(name, table.Columns.Select(known => known.Name)));
        var values = table[column];
        var source = new int[values.Length];
        for (var row = 0; row < source.Length; row++) source[row] = row;
        var ranks = new QuasiColumn(values, values.Length, GeneralisationHierarchy.Suppression()).Codes;
        foreach (var rows in within.Count == 0 ? [[.. source]] : ClassLists.Of(RowGroups.Of([.. within.Select(name => table[name])]).Groups))
            SwapGroup([.. rows.Where(row => !values.IsNull(row))], ranks, source, window, bits);
        return new DataFrame(table.Columns.Select(other => other.Name == column ? other.Take(source) : other)) { Origin = table.Origin };
    }

    // In order of rank, each row that was not swapped takes a partner among those within the window that were not.
    private static void SwapGroup(int[] rows, int[] ranks, int[] source, double window, RandomBits bits)
    {
        var sorted = RandomOrder.Of(rows, bits); // so that ties are in random order
        Array.Sort(sorted.Select(row => ranks[row]).ToArray(), sorted);
        var reach = Math.Max(1, (int)Math.Floor(window * sorted.Length));
        var swapped = new bool[sorted.Length];
        var free = new List<int>();
        for (var i = 0; i < sorted.Length; i++)
        {
            if (swapped[i]) continue;
            free.Clear();
            for (var j = i + 1; j < sorted.Length && j <= i + reach; j++)
                if (!swapped[j]) free.Add(j);
            if (free.Count == 0) continue;
            var partner = free[(int)bits.NextBelow((ulong)free.Count)];
            swapped[partner] = true;
            (source[sorted[i]], source[sorted[partner]]) = (sorted[partner], sorted[i]);
        }
    }
}
