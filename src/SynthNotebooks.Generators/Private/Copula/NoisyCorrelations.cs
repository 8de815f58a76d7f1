using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Private;

/// <summary>Correlations of normal scores, with noise.</summary>
internal static class NoisyCorrelations
{
    private const double MeanSquare = 2.25; // of a record's scores at most; clips few records

    /// <summary>The nearest correlation matrix to the noisy one.</summary>
    /// <param name="session">Its allowance is used up.</param>
    /// <param name="shares">Noisy probabilities of each column's states.</param>
    /// <param name="total">Noisy number of records.</param>
    public static double[,] Of(PrivateSession session, double[][] shares, double total)
    {
        var columns = shares.Length;
        double[][] scores = [.. shares.Select(Scores)];
        var (bound, products) = (MeanSquare * columns, columns * (columns - 1) / 2);
        var sums = session.Reading.SumOfProducts(scores, bound, total);
        var matrix = new double[columns, columns];
        for (int i = 0, at = 0; i < columns; i++)
        {
            matrix[i, i] = 1;
            for (var j = i + 1; j < columns; j++, at++)
            {
                var scale = total * Math.Sqrt(Variance(shares[i], scores[i]) * Variance(shares[j], scores[j]));
                matrix[i, j] = matrix[j, i] = scale > 0 ? Math.Clamp(sums[at] / scale, -0.999, 0.999) : 0;
            }
        }
        return products == 0 ? matrix : NearestCorrelation.Of(matrix, cancellation: session.Context.Cancellation);
    }

    /// <summary>The normal quantile in the middle of each state.</summary>
    public static double[] Scores(double[] shares)
    {
        var (scores, below) = (new double[shares.Length], 0.0);
        for (var state = 0; state < shares.Length; state++)
        {
            scores[state] = PortableMath.NormalQuantile(Math.Clamp(below + shares[state] / 2, 1e-3, 1 - 1e-3));
            below += shares[state];
        }
        return scores;
    }

    private static double Variance(double[] shares, double[] scores)
    {
        var variance = 0.0;
        for (var state = 0; state < shares.Length; state++) variance += shares[state] * scores[state] * scores[state];
        return variance;
    }
}
