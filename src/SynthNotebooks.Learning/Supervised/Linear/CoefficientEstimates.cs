namespace SynthNotebooks.Learning;

/// <summary>Coefficients of a logistic or least-squares regression with their standard errors, for comparing two tables.</summary>
/// <param name="Names">Names of the coefficients, see <see cref="LinearEncoding.Names"/>.</param>
/// <param name="Values">Estimates.</param>
/// <param name="Errors">Standard errors, 0 or above; infinite where the table has nothing to estimate from.</param>
/// <remarks>
/// The most frequent category of each column is the reference and has no coefficient; nor has the shared indicator of other categories. Source of errors:
/// the inverse of the observed information (times the residual variance for numbers). Cost: as <see cref="LinearLearner"/>, width³ once more.
/// </remarks>
public sealed record CoefficientEstimates(IReadOnlyList<string> Names, IReadOnlyList<double> Values, IReadOnlyList<double> Errors)
{
    private const double Penalty = 1e-6; // keeps weights of columns without data at 0; too little to move others

    /// <summary>Estimates the coefficients.</summary>
    /// <param name="features">The table.</param>
    /// <param name="labels">Two classes or numbers.</param>
    /// <param name="encoding">How features become columns; the same for all tables that are compared.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <exception cref="ArgumentException">There are more than two classes.</exception>
    public static CoefficientEstimates Of(FeatureTable features, Labels labels, LinearEncoding encoding, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(encoding);
        ArgumentNullException.ThrowIfNull(context);
        labels.RequireRowsOf(features);
        if (labels.ClassCount > 2) throw new ArgumentException($"Coefficients are compared for numbers or two classes; there are {labels.ClassCount}.", nameof(labels));
        var design = encoding.Encode(features);
        var left = encoding.LeftOut();
        for (var i = 0; i < design.Indices.Length; i++)
            if (left[design.Indices[i]]) design.Values[i] = 0;
        var (weights, curvature) = NewtonSearch.Minimise(new(design, LinearLearner.LossOf(labels), Penalty, context));
        var kept = Enumerable.Range(0, encoding.Width).Where(column => !left[column]).ToArray();
        var variance = CholeskySolve.InverseDiagonal(NewtonSearch.FactorOf(curvature));
        var scale = labels.AreClasses ? 1 : ResidualVariance(design, labels.Numbers, weights, kept.Length + 1);
        return new(
            Array.ConvertAll(kept, column => encoding.Names[column]),
            Array.ConvertAll(kept, column => weights[column]),
            Array.ConvertAll(kept, column => curvature[column, column] < 1e-3 ? double.PositiveInfinity : Math.Sqrt(variance[column] * scale)));
    }

    /// <summary>Mean overlap of the 95 % intervals of two sets of estimates, 0 to 1; null when no coefficient has an error in both.</summary>
    /// <remarks>
    /// Of each coefficient the mean of the shares of either interval that the other covers. Source: Karr, Kohnen, Oganian, Reiter, Sanil, The American
    /// Statistician 60(3), 2006, doi:10.1198/000313006X124640.
    /// </remarks>
    public double? MeanOverlap(CoefficientEstimates other)
    {
        ArgumentNullException.ThrowIfNull(other);
        const double normal95 = 1.959963984540054;
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < Values.Count; i++)
        {
            double mine = normal95 * Errors[i], its = normal95 * other.Errors[i];
            if (!double.IsFinite(mine) || mine <= 0) continue;
            count++;
            if (!double.IsFinite(its) || its <= 0) continue; // the other table cannot estimate it: no overlap
            var shared = Math.Min(Values[i] + mine, other.Values[i] + its) - Math.Max(Values[i] - mine, other.Values[i] - its);
            if (shared > 0) sum += (shared / (2 * mine) + shared / (2 * its)) / 2;
        }
        return count == 0 ? null : sum / count;
    }

    private static double ResidualVariance(LinearDesign design, double[] numbers, double[] weights, int parameters)
    {
        var error = new Data.FixedOrderSum();
        for (var row = 0; row < design.Rows; row++)
        {
            var residual = numbers[row] - design.Product(row, weights);
            error.Add(residual * residual);
        }
        return error.Value / Math.Max(1, design.Rows - parameters);
    }
}
