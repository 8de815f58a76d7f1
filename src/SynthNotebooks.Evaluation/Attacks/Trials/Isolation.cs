using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Trials;

/// <summary>How far records stand from their like: the mean distance to the five nearest others of the pool.</summary>
/// <remarks>The most isolated are the most vulnerable. Source: Meeus et al., ECML PKDD 2023, arXiv:2306.10308 (Achilles' heels).</remarks>
internal static class Isolation
{
    private const int Neighbours = 5;

    /// <summary>Rows of a pool, the most isolated first, equally isolated ones in the pool's order.</summary>
    public static int[] Order(DataFrame pool, TableSchema schema, AttackOptions options, CancellationToken cancellation)
    {
        var order = new int[pool.Rows.Count];
        for (var row = 0; row < order.Length; row++) order[row] = row;
        if (order.Length < 2) return order;
        var points = AttackTables.Of(new AttackInput(pool, pool, schema) { Threads = options.Threads }, cancellation).Candidates;
        var near = new NearestNeighbours(points).FindOthers(points, Math.Min(Neighbours, order.Length - 1), options.Threads, cancellation);
        var distances = new double[order.Length];
        for (var row = 0; row < order.Length; row++)
            foreach (var distance in near.DistancesOf(row)) distances[row] -= distance;
        Array.Sort(distances, order, Comparer<double>.Default);
        Stabilise(distances, order);
        return order;
    }

    // Sorting is not stable: ties go back into ascending order.
    private static void Stabilise(double[] keys, int[] order)
    {
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start]) end++;
            Array.Sort(order, start, end - start);
            start = end;
        }
    }
}
