using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Correlations of normal scores, and missing scores filled by them.</summary>
internal static class ScoreCorrelations
{
    private const int MostPatterns = 256; // of missing cells; rarer ones are filled without regard to the others

    /// <summary>The Cholesky factor of the nearest correlation matrix, over rows in which both of a pair are known.</summary>
    /// <param name="scores">[columns][rows], NaN where missing; mean 0.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static double[,] Factor(double[][] scores, FitContext context)
    {
        var n = scores.Length;
        var matrix = new double[n, n];
        TrainingTable.InParallel(n, context, i =>
        {
            matrix[i, i] = 1;
            for (var j = 0; j < i; j++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                matrix[i, j] = matrix[j, i] = Correlation(scores[i], scores[j]);
            }
        });
        return Cholesky.TryFactor(NearestCorrelation.Of(matrix, cancellation: context.Cancellation), out var factor)
            ? factor
            : throw new InvalidOperationException("The nearest correlation matrix is not positive definite.");
    }

    /// <summary>Replaces missing scores by draws from their normal distribution given the row's other scores.</summary>
    /// <param name="scores">[columns][rows], NaN where missing; changed in place.</param>
    /// <param name="context">Seed and cancellation.</param>
    public static void Fill(double[][] scores, FitContext context)
    {
        if (scores.Length == 0 || !Array.Exists(scores, column => Array.Exists(column, double.IsNaN))) return;
        var factor = Factor(scores, context);
        var random = new SplitRandom(context.Seed).Split("missing scores");
        var patterns = new Dictionary<string, NormalGiven>(StringComparer.Ordinal);
        var (mark, row) = (new char[scores.Length], new double[scores.Length]);
        for (var r = 0; r < scores[0].Length; r++)
        {
            if ((r & 1023) == 0) context.Cancellation.ThrowIfCancellationRequested();
            var missing = false;
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = scores[i][r];
                mark[i] = double.IsNaN(row[i]) ? '?' : '.';
                missing |= mark[i] == '?';
            }
            if (!missing) continue;
            var pattern = new string(mark);
            if (!patterns.TryGetValue(pattern, out var given) && patterns.Count < MostPatterns)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                patterns.Add(pattern, given = new NormalGiven(factor, [.. Enumerable.Range(0, mark.Length).Where(i => mark[i] == '.')], [.. Enumerable.Range(0, mark.Length).Where(i => mark[i] == '?')]));
            }
            if (given is not null) given.Draw(row, random);
            for (var i = 0; i < row.Length; i++) scores[i][r] = double.IsNaN(row[i]) ? random.NextNormal() : row[i];
        }
    }

    private static double Correlation(double[] first, double[] second)
    {
        FixedOrderSum ab = default, aa = default, bb = default;
        for (var row = 0; row < first.Length; row++)
        {
            double a = first[row], b = second[row];
            if (double.IsNaN(a) || double.IsNaN(b)) continue;
            ab.Add(a * b);
            aa.Add(a * a);
            bb.Add(b * b);
        }
        var both = Math.Sqrt(aa.Value * bb.Value);
        return both > 0 ? Math.Clamp(ab.Value / both, -Polychoric.Limit, Polychoric.Limit) : 0;
    }
}
