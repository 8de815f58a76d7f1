using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>The tree over columns with the most mutual information along its edges.</summary>
/// <remarks>
/// Cost O(rows · columns²). Source: Chow, Liu, IEEE Trans. Inf. Theory 14(3), 1968, doi:10.1109/TIT.1968.1054142; bias of the information subtracted
/// after Miller, 1955.
/// </remarks>
/// <param name="Parents">For each column its parent; −1 for the root.</param>
/// <param name="Order">Columns, parents before children.</param>
internal sealed record ChowLiuTree(int[] Parents, int[] Order)
{
    public static ChowLiuTree Of(StateTable table, Action<int, Action<int>> inParallel)
    {
        var n = table.Columns;
        var information = new double[n, n];
        inParallel(n * (n - 1) / 2, pair =>
        {
            var i = (int)((1 + Math.Sqrt(1 + 8.0 * pair)) / 2);
            if (i * (i - 1) / 2 > pair) i--;
            var j = pair - i * (i - 1) / 2;
            information[i, j] = information[j, i] = MutualInformation(table, i, j);
        });
        var root = 0;
        for (var i = 1; i < n; i++)
            if (Total(i) > Total(root)) root = i;
        return Spanning(information, root);

        double Total(int column)
        {
            var sum = 0.0;
            for (var other = 0; other < n; other++) sum += information[column, other];
            return sum;
        }
    }

    // Prim's algorithm; ties go to the earlier column.
    private static ChowLiuTree Spanning(double[,] weights, int root)
    {
        var n = weights.GetLength(0);
        var parents = new int[n];
        var order = new int[n];
        var inTree = new bool[n];
        Array.Fill(parents, root);
        (parents[root], order[0], inTree[root]) = (-1, root, true);
        for (var at = 1; at < n; at++)
        {
            var best = -1;
            for (var i = 0; i < n; i++)
                if (!inTree[i] && (best < 0 || weights[i, parents[i]] > weights[best, parents[best]])) best = i;
            (order[at], inTree[best]) = (best, true);
            for (var i = 0; i < n; i++)
                if (!inTree[i] && weights[i, best] > weights[i, parents[i]]) parents[i] = best;
        }
        return new(parents, order);
    }

    private static double MutualInformation(StateTable table, int a, int b)
    {
        int aStates = table.Bins[a].States, bStates = table.Bins[b].States, n = table.Columns;
        var counts = new int[aStates * bStates];
        var (aCounts, bCounts) = (new int[aStates], new int[bStates]);
        var total = 0;
        for (var at = 0; at < table.Cells.Length; at += n)
        {
            int s = table.Cells[at + a], t = table.Cells[at + b];
            if (s >= aStates || t >= bStates) continue;
            counts[s * bStates + t]++;
            aCounts[s]++;
            bCounts[t]++;
            total++;
        }
        if (total == 0) return 0;
        var sum = 0.0;
        var cells = 0;
        for (var s = 0; s < aStates; s++)
        {
            for (var t = 0; t < bStates; t++)
            {
                var count = counts[s * bStates + t];
                if (count == 0) continue;
                cells++;
                sum += count * PortableMath.Log((double)count * total / ((double)aCounts[s] * bCounts[t]));
            }
        }
        var bias = (cells - aCounts.Count(c => c > 0) - bCounts.Count(c => c > 0) + 1) / 2.0;
        return (sum - bias) / total;
    }
}
