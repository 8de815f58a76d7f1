using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Private;

/// <summary>Chooses pairs of columns that connect all of them, heavy ones with a higher chance.</summary>
/// <remarks>A pair weighs what independent columns miss of it: the L1 distance of its counts from the model's, which one record moves by 1 at most. Kruskal's algorithm with the exponential mechanism.</remarks>
internal static class SpanningTree
{
    /// <param name="reading">The data.</param>
    /// <param name="independent">Fitted to single columns.</param>
    /// <param name="size">Of the model; pairs that would exceed it are not chosen, and what only they would connect stays apart.</param>
    /// <param name="rho">What all choices together may use.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static List<AttributeSet> Choose(PrivateReading reading, TreeDistribution independent, ModelSize size, double rho, FitContext context)
    {
        var columns = reading.Table.Domain.Length;
        if (columns < 2) return [];
        var forest = new GrowingForest(size);
        var queries = new MarginalQueries(independent);
        AttributeSet[] pairs = [.. from i in Enumerable.Range(0, columns) from j in Enumerable.Range(i + 1, columns - i - 1) let pair = AttributeSet.Of(i, j) where forest.IsOpen(pair) select pair];
        var weights = new double[pairs.Length];
        Statistical.TrainingTable.InParallel(pairs.Length, context, i => weights[i] = MarginalDistance.L1(reading.Table.Counts(pairs[i]), queries.Marginal(pairs[i]), independent.Total));
        var epsilon = Math.Sqrt(8 * rho / (columns - 1));
        for (var choice = 0; choice < columns - 1; choice++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            int[] open = [.. Enumerable.Range(0, pairs.Length).Where(i => forest.IsOpen(pairs[i]))];
            if (open.Length == 0) break;
            forest.Add(pairs[open[reading.Choose([.. open.Select(i => weights[i])], epsilon, independent.Total)]]);
        }
        return forest.Pairs;
    }
}
