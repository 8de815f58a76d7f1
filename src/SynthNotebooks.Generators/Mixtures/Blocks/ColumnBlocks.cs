using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Cuts a table's columns into blocks that tell nothing of each other, as far as its rows can say.</summary>
/// <remarks>
/// Two columns share a block when a likelihood-ratio test of their independence, on states grouped to a few of even mass, fails; three of different blocks when one
/// of them depends on the other two together, as an exclusive or does. The levels are divided by the number of tests. States shared by all columns would
/// else have to carry the product of what the blocks need each. Cost O(rows · columns²) for pairs; triples on at most 30 columns and 5,000 rows. Source of the
/// approximation of the chi-square distribution: Wilson, Hilferty, PNAS 17(12), 1931, doi:10.1073/pnas.17.12.684.
/// </remarks>
internal static class ColumnBlocks
{
    private const double Level = 0.001; // of all tests of a kind together; a false join costs more than a false cut, which held-out rows would reject
    private const int PairGroups = 8, TripleGroups = 4, MostTripleColumns = 30, MostTripleRows = 5000;
    private const int RowsPerCell = 5; // fewer and the approximation fails

    /// <summary>Columns of each block, ascending; blocks in the order of their first columns.</summary>
    /// <param name="table">The training rows.</param>
    /// <param name="inParallel">Runs a number of independent pieces of work.</param>
    public static int[][] Of(StateTable table, Action<int, Action<int>> inParallel)
    {
        var n = table.Columns;
        var block = new int[n];
        for (var i = 0; i < n; i++) block[i] = i;
        var groups = new StateGroups[n];
        inParallel(n, i => groups[i] = StateGroups.Of(table, i, Math.Clamp((int)Math.Sqrt(table.Rows / (double)RowsPerCell), 2, PairGroups), table.Rows));
        var dependent = new bool[n * (n - 1) / 2];
        inParallel(n, i =>
        {
            for (var j = 0; j < i; j++) dependent[i * (i - 1) / 2 + j] = AreDependent(groups[i].Groups, groups[i].Count, groups[j].Groups, groups[j].Count, dependent.Length);
        });
        for (var i = 0; i < n; i++)
            for (var j = 0; j < i; j++)
                if (dependent[i * (i - 1) / 2 + j]) Join(block, i, j);
        if (n <= MostTripleColumns) JoinTriples(table, block, inParallel);
        // Columns of one state tell nothing anywhere; blocks of their own would only cost.
        if (Array.FindIndex(table.Bins, bins => bins.States > 1) is >= 0 and var first)
            for (var i = 0; i < n; i++)
                if (table.Bins[i].States < 2) Join(block, first, i);
        return [.. Enumerable.Range(0, n).GroupBy(i => block[i]).OrderBy(columns => columns.First()).Select(columns => columns.ToArray())];
    }

    private static void JoinTriples(StateTable table, int[] block, Action<int, Action<int>> inParallel)
    {
        var n = table.Columns;
        var rows = Math.Min(table.Rows, MostTripleRows);
        var most = Math.Min(TripleGroups, (int)Math.Cbrt(rows / (double)RowsPerCell));
        if (most < 2) return;
        var triples = new List<(int A, int B, int C)>();
        for (var a = 0; a < n; a++)
            for (var b = 0; b < a; b++)
                for (var c = 0; c < b; c++)
                    if (block[a] != block[b] && block[b] != block[c] && block[a] != block[c]) triples.Add((a, b, c));
        var groups = new StateGroups[n];
        inParallel(n, i => groups[i] = StateGroups.Of(table, i, most, rows));
        var dependent = new bool[triples.Count];
        inParallel(dependent.Length, t =>
        {
            StateGroups a = groups[triples[t].A], b = groups[triples[t].B], c = groups[triples[t].C];
            var pairs = new byte[rows];
            for (var row = 0; row < rows; row++) pairs[row] = (byte)(a.Groups[row] * b.Count + b.Groups[row]);
            dependent[t] = AreDependent(pairs, a.Count * b.Count, c.Groups, c.Count, dependent.Length);
        });
        for (var t = 0; t < dependent.Length; t++)
        {
            if (!dependent[t]) continue;
            Join(block, triples[t].A, triples[t].B);
            Join(block, triples[t].A, triples[t].C);
        }
    }

    private static void Join(int[] block, int a, int b)
    {
        var (low, high) = (Math.Min(block[a], block[b]), Math.Max(block[a], block[b]));
        for (var i = 0; i < block.Length; i++)
            if (block[i] == high) block[i] = low;
    }

    private static bool AreDependent(byte[] a, int aCount, byte[] b, int bCount, int tests)
    {
        var counts = new int[aCount * bCount];
        for (var row = 0; row < a.Length; row++) counts[a[row] * bCount + b[row]]++;
        var (aSums, bSums) = (new int[aCount], new int[bCount]);
        for (var s = 0; s < aCount; s++)
            for (var t = 0; t < bCount; t++) (aSums[s], bSums[t]) = (aSums[s] + counts[s * bCount + t], bSums[t] + counts[s * bCount + t]);
        double freedom = (aSums.Count(sum => sum > 0) - 1.0) * (bSums.Count(sum => sum > 0) - 1.0);
        if (freedom < 1) return false;
        var statistic = 0.0;
        for (var s = 0; s < aCount; s++)
        {
            for (var t = 0; t < bCount; t++)
            {
                if (counts[s * bCount + t] is > 0 and var count) statistic += 2.0 * count * PortableMath.Log((double)count * a.Length / ((double)aSums[s] * bSums[t]));
            }
        }
        var spread = 2 / (9 * freedom);
        var root = 1 - spread + PortableMath.NormalQuantile(1 - Level / tests) * Math.Sqrt(spread);
        return statistic > freedom * root * root * root;
    }
}
