using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>The degrees of freedom of a t copula under which the ranks of numeric columns are likeliest, correlations held fast.</summary>
/// <remarks>
/// Ties are broken at random within each value's interval. Rows in which such a column is missing are left out. Source: profile likelihood as in Demarta,
/// McNeil, International Statistical Review 73(1), 2005, doi:10.1111/j.1751-5823.2005.tb00254.x.
/// </remarks>
internal static class DegreesOfFreedom
{
    private const int MostRows = 10_000, FewestRows = 50, Knots = 1024;
    private const double Reach = 6; // of the table of quantiles, in standard deviations
    private static readonly double[] Grid = [2, 3, 4, 5, 6, 8, 11, 16, 24, 40, 64, 128];

    /// <summary>One of 2 to 128; 128 when fewer than two numeric columns or too few rows tell anything.</summary>
    public static double Likeliest(DataFrame training, LatentVariables variables, double[,] factor, FitContext context)
    {
        int[] numeric = [.. Enumerable.Range(0, variables.Marginals.Length).Where(i => variables.Marginals[i] is NumericMarginal && variables.ValueLatents[i] >= 0)];
        if (numeric.Length < 2) return Grid[^1];
        var scores = Scores(training, variables, numeric, context);
        var correlations = Correlations(factor, [.. numeric.Select(i => variables.ValueLatents[i])]);
        if (scores.Count < FewestRows || !Cholesky.TryFactor(correlations, out var root)) return Grid[^1];
        var likelihoods = new double[Grid.Length];
        TrainingTable.InParallel(Grid.Length, context, g => likelihoods[g] = Likelihood(scores, root, Grid[g], context.Cancellation));
        return Grid[Array.IndexOf(likelihoods, likelihoods.Max())];
    }

    // Normal scores of the complete rows.
    private static List<double[]> Scores(DataFrame training, LatentVariables variables, int[] numeric, FitContext context)
    {
        var intervals = new RankInterval[numeric.Length][];
        TrainingTable.InParallel(numeric.Length, context, k => intervals[k] = RankScale.Of(variables.Marginals[numeric[k]]).Locate(training.Columns[numeric[k]]));
        var random = new SplitRandom(context.Seed).Split("ties");
        var stride = Math.Max(1, training.Columns.RowCount / MostRows);
        var rows = new List<double[]>();
        for (var row = 0; row < training.Columns.RowCount; row += stride)
        {
            var scores = new double[numeric.Length];
            var complete = true;
            for (var k = 0; k < scores.Length; k++)
            {
                var interval = intervals[k][row];
                if (double.IsNaN(interval.Low)) complete = false;
                else scores[k] = Math.Clamp(PortableMath.NormalQuantile(interval.At(random.NextOpenDouble())), -Reach, Reach);
            }
            if (complete) rows.Add(scores);
        }
        return rows;
    }

    private static double[,] Correlations(double[,] factor, int[] latents)
    {
        var matrix = new double[latents.Length, latents.Length];
        for (var i = 0; i < latents.Length; i++)
            for (var j = 0; j < latents.Length; j++)
                for (var k = 0; k <= Math.Min(latents[i], latents[j]); k++) matrix[i, j] += factor[latents[i], k] * factor[latents[j], k];
        return matrix;
    }

    // Logarithm of the copula's density: joint t less its margins; what does not depend on the row comes once.
    private static double Likelihood(List<double[]> rows, double[,] root, double degrees, CancellationToken cancellation)
    {
        var d = root.GetLength(0);
        var student = new StudentDistribution(0, 1, degrees);
        var quantiles = new double[Knots + 1];
        for (var i = 0; i <= Knots; i++) quantiles[i] = student.Quantile(PortableMath.NormalCdf(Reach * (2.0 * i / Knots - 1)));
        var constant = SpecialFunctions.LogGamma((degrees + d) / 2) + (d - 1) * SpecialFunctions.LogGamma(degrees / 2) - d * SpecialFunctions.LogGamma((degrees + 1) / 2);
        for (var i = 0; i < d; i++) constant -= PortableMath.Log(root[i, i]);
        var sum = default(FixedOrderSum);
        var solved = new double[d];
        for (var row = 0; row < rows.Count; row++)
        {
            if ((row & 255) == 0) cancellation.ThrowIfCancellationRequested();
            double squares = 0, margins = 0;
            for (var i = 0; i < d; i++)
            {
                var position = (rows[row][i] / Reach + 1) * (Knots / 2);
                var knot = Math.Min((int)position, Knots - 1);
                var x = quantiles[knot] + (position - knot) * (quantiles[knot + 1] - quantiles[knot]);
                margins += PortableMath.Log(1 + x * x / degrees);
                for (var j = 0; j < i; j++) x -= root[i, j] * solved[j];
                solved[i] = x / root[i, i];
                squares += solved[i] * solved[i];
            }
            sum.Add(constant + (degrees + 1) / 2 * margins - (degrees + d) / 2 * PortableMath.Log(1 + squares / degrees));
        }
        return sum.Value;
    }
}
