using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>The tree whose edges hold the most mutual information: among all trees the one of largest likelihood.</summary>
/// <remarks>
/// Mutual information is corrected for its bias in small samples; pairs that hold none stay apart, so the result may be a forest. Cost: rows · columns²
/// / 2 counts. Sources: Chow, Liu, IEEE Trans. Inf. Theory 14(3), 1968, doi:10.1109/TIT.1968.1054142; correction by Miller, Information Theory in
/// Psychology, 1955.
/// </remarks>
internal static class ChowLiuTree
{
    /// <summary>Mutual information of every pair of columns in nats, symmetric, at least 0.</summary>
    public static double[,] Information(StateColumns data, FitContext context)
    {
        var n = data.Columns;
        var information = new double[n, n];
        double[] entropies = [.. data.Codes.Select((codes, i) => Entropy(codes, data.States[i]))];
        TrainingTable.InParallel(n, context, i =>
        {
            for (var j = 0; j < i; j++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var (pairs, count) = StateColumns.Pairs(data.Codes[i], data.States[i], data.Codes[j], data.States[j]);
                information[i, j] = information[j, i] = Math.Max(0, entropies[i] + entropies[j] - Entropy(pairs, count));
            }
        });
        return information;
    }

    /// <summary>The parent of each column, −1 for roots.</summary>
    /// <remarks>Prim's algorithm from column 0 on; of equal edges the first.</remarks>
    public static int[] Parents(double[,] information)
    {
        var n = information.GetLength(0);
        var (parents, weights, joined) = (new int[n], new double[n], new bool[n]);
        parents.AsSpan().Fill(-1);
        for (var step = 0; step < n; step++)
        {
            var next = -1;
            for (var i = 0; i < n; i++)
                if (!joined[i] && (next < 0 || weights[i] > weights[next])) next = i;
            joined[next] = true;
            for (var i = 0; i < n; i++)
                if (!joined[i] && information[next, i] > weights[i]) (weights[i], parents[i]) = (information[next, i], next);
        }
        return parents;
    }

    private static double Entropy(int[] codes, int count)
    {
        var counts = new int[count];
        foreach (var code in codes) counts[code]++;
        double entropy = 0, seen = 0, n = codes.Length;
        foreach (var c in counts)
        {
            if (c == 0) continue;
            entropy -= c / n * PortableMath.Log(c / n);
            seen++;
        }
        return entropy + (seen - 1) / (2 * n);
    }
}
