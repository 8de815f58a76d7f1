using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Breaks the link between persons and a sensitive column: rows are put into buckets of l different values, and the values are permuted within each.</summary>
/// <remarks>
/// Quasi-identifiers stay as they are, so that who is in the table is not hidden. A value is learnt with chance at most 1/l. Rows that fit no bucket are
/// left out. Cost: O(rows × log values). Source: Xiao, Tao, VLDB 2006 (Anatomy), with the sensitive table joined back in random order.
/// </remarks>
public static class Anatomy
{
    /// <summary>Permutes a column.</summary>
    /// <param name="table">One row a person.</param>
    /// <param name="column">The sensitive column.</param>
    /// <param name="l">Different values a bucket, at least 2.</param>
    /// <param name="bits">Cryptographic, unless the permutation may be undone by whoever knows the seed.</param>
    /// <returns>The rows in their order, and the bucket of each row of the table given; −1 for left-out ones.</returns>
    /// <exception cref="AnonymityException">The column is unknown, or one value is too frequent.</exception>
    public static (DataFrame Release, IReadOnlyList<int> Buckets) Permute(DataFrame table, string column, int l, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(bits);
        var values = new SensitiveCounts(table, column);
        if (l < 2 || l > values.Totals.Length) throw new AnonymityException($"l is {l}; column '{column}' has {values.Totals.Length} different values, so l must lie in 2 to {values.Totals.Length}.");
        for (var code = 0; code < values.Totals.Length; code++)
        {
            if ((long)values.Totals[code] * l > values.Rows)
                throw new AnonymityException($"The value '{values.Column.GetText(values.FirstRows[code]) ?? "(missing)"}' of column '{column}' stands in {values.Totals[code]} of {values.Rows} rows, more than one in {l}; no buckets of {l} different values hold them all.");
        }
        var buckets = Fill(values, l, bits);
        var from = new int[values.Rows];
        foreach (var rows in ClassLists.Of(buckets))
        {
            var shuffled = RandomOrder.Of(rows, bits);
            for (var i = 0; i < rows.Length; i++) from[rows[i]] = shuffled[i];
        }
        int[] kept = [.. Enumerable.Range(0, buckets.Length).Where(row => buckets[row] >= 0)];
        int[] source = [.. kept.Select(row => from[row])];
        return (new DataFrame(table.Columns.Select(other => other.Take(other.Name == column ? source : kept))) { Origin = table.Origin }, buckets);
    }

    // Each bucket takes one row of each of the l values that are most frequent among the rows left; the last rows join buckets without their value.
    private static int[] Fill(SensitiveCounts values, int l, RandomBits bits)
    {
        var buckets = new int[values.Rows];
        buckets.AsSpan().Fill(-1);
        var codes = new int[values.Rows];
        for (var row = 0; row < codes.Length; row++) codes[row] = values.CodeOf(row);
        Stack<int>[] left = [.. ClassLists.Of(codes).Select(rows => new Stack<int>(RandomOrder.Of(rows, bits)))];
        var queue = new PriorityQueue<int, (int, int)>(left.Select((rows, code) => (code, (-rows.Count, code))));
        var members = new List<HashSet<int>>();
        var taken = new int[l];
        while (queue.Count >= l)
        {
            for (var i = 0; i < l; i++) taken[i] = queue.Dequeue();
            foreach (var code in taken)
            {
                buckets[left[code].Pop()] = members.Count;
                if (left[code].Count > 0) queue.Enqueue(code, (-left[code].Count, code));
            }
            members.Add([.. taken]);
        }
        foreach (var rows in left)
        {
            while (rows.TryPop(out var row))
            {
                var free = members.FindIndex(held => !held.Contains(codes[row]));
                if (free < 0) continue;
                members[free].Add(codes[row]);
                buckets[row] = free;
            }
        }
        return buckets;
    }
}
