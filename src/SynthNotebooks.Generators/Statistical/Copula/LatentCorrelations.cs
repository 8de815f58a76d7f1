using SynthNotebooks.Contracts;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Measures the correlations of latent variables pair by pair and joins them into one distribution.</summary>
internal static class LatentCorrelations
{
    /// <summary>The Cholesky factor of the nearest correlation matrix, [n, n].</summary>
    /// <param name="variables">The latent variables.</param>
    /// <param name="options">How pairs are measured.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <param name="known">The correlation of two variables where it is known already, null where it is to be measured.</param>
    /// <remarks>The decisions of one column stay independent of each other: the shares of its categories hang on it.</remarks>
    public static double[,] Factor(LatentVariables variables, CopulaOptions options, FitContext context, Func<int, int, double?>? known = null)
    {
        var (latents, owners) = (variables.Latents, variables.Owners());
        var n = latents.Length;
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++) matrix[i, i] = 1;
        TrainingTable.InParallel(n * (n - 1) / 2, context, pair =>
        {
            var i = (int)((1 + Math.Sqrt(1 + 8.0 * pair)) / 2);
            if (i * (i - 1) / 2 > pair) i--;
            var j = pair - i * (i - 1) / 2;
            context.Cancellation.ThrowIfCancellationRequested();
            if (owners[i] != owners[j]) matrix[i, j] = matrix[j, i] = known?.Invoke(i, j) ?? Polychoric.Estimate(Table(latents[i], latents[j]), options.PriorRecords);
        });
        var joint = NearestCorrelation.Of(matrix, isFixed: (i, j) => owners[i] == owners[j], cancellation: context.Cancellation);
        return Cholesky.TryFactor(joint, out var factor)
            ? factor
            : throw new InvalidOperationException("The nearest correlation matrix is not positive definite.");
    }

    /// <summary>Number of rows in each pair of classes.</summary>
    public static double[,] Table(OrderedClasses a, OrderedClasses b)
    {
        var counts = new int[a.Count * b.Count];
        int[] rows = a.Codes, columns = b.Codes;
        for (var i = 0; i < rows.Length; i++)
            if (rows[i] >= 0 && columns[i] >= 0) counts[rows[i] * b.Count + columns[i]]++;
        var table = new double[a.Count, b.Count];
        for (var i = 0; i < counts.Length; i++) table[i / b.Count, i % b.Count] = counts[i];
        return table;
    }
}
