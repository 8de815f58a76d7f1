using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Private;

/// <summary>Chooses pairs of columns that connect all of them, heavy ones with a higher chance.</summary>
/// <remarks>A pair weighs what independent columns miss of it: the L1 distance of its counts from the model's, which one record moves by 1 at most. Kruskal's algorithm with the exponential mechanism.</remarks>
internal static class SpanningTree
{
    /// <param name="reading">The data.</param>
    /// <param name="independent">Fitted to single columns.</param>
    /// <param name="rho">What all choices together may use.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static List<AttributeSet> Choose(PrivateReading reading, TreeDistribution independent, double rho, FitContext context)
    {
        var columns = reading.Table.Domain.Length;
        var chosen = new List<AttributeSet>();
        if (columns < 2) return chosen;
        var queries = new MarginalQueries(independent);
        List<AttributeSet> pairs = [.. from i in Enumerable.Range(0, columns) from j in Enumerable.Range(i + 1, columns - i - 1) select AttributeSet.Of(i, j)];
        var weights = new double[pairs.Count];
        Statistical.TrainingTable.InParallel(pairs.Count, context, i => weights[i] = MarginalDistance.L1(reading.Table.Counts(pairs[i]), queries.Marginal(pairs[i]), independent.Total));
        var epsilon = Math.Sqrt(8 * rho / (columns - 1));
        int[] component = [.. Enumerable.Range(0, columns)];
        for (var edge = 0; edge < columns - 1; edge++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            int[] open = [.. Enumerable.Range(0, pairs.Count).Where(i => component[pairs[i].Members[0]] != component[pairs[i].Members[1]])];
            var next = pairs[open[reading.Choose([.. open.Select(i => weights[i])], epsilon, independent.Total)]];
            var (from, to) = (component[next.Members[0]], component[next.Members[1]]);
            for (var i = 0; i < columns; i++)
                if (component[i] == from) component[i] = to;
            chosen.Add(next);
        }
        return chosen;
    }
}
