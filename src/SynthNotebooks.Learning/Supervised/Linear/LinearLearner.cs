namespace SynthNotebooks.Learning;

/// <summary>Logistic regression of two or several classes, ridge regression of numbers, on <see cref="LinearEncoding"/>.</summary>
/// <remarks>
/// Minimises Σ loss + penalty / 2 · Σ weight², constants free of penalty: Newton steps for one output and up to <see cref="MostNewton"/> columns, L-BFGS
/// beyond. Deterministic at any number of threads. Sources: Hoerl, Kennard, Technometrics 12(1), 1970, doi:10.1080/00401706.1970.10488634; le Cessie,
/// van Houwelingen, Appl. Statist. 41(1), 1992, doi:10.2307/2347628.
/// </remarks>
public sealed class LinearLearner : ISupervisedLearner
{
    /// <summary>Most columns of the linear model that Newton steps are taken with.</summary>
    public const int MostNewton = 500;

    private readonly double _penalty;

    /// <param name="penalty">L2 penalty of weights, 1e-9 to 1e9. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The penalty is out of its range.</exception>
    public LinearLearner(double penalty = 1)
    {
        if (!(penalty is >= 1e-9 and <= 1e9)) throw new ArgumentOutOfRangeException(nameof(penalty), penalty, "The penalty must lie in 1e-9 to 1e9.");
        _penalty = penalty;
    }

    /// <inheritdoc/>
    public IPredictor Train(FeatureTable features, Labels labels, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(context);
        labels.RequireRowsOf(features);
        context.Cancellation.ThrowIfCancellationRequested();
        if (ConstantPredictor.OfOneClass(features, labels) is { } constant) return constant;
        var encoding = LinearEncoding.Of(features);
        var loss = LossOf(labels);
        var objective = new LinearObjective(encoding.Encode(features), loss, _penalty, context);
        var weights = loss.Outputs == 1 && encoding.Width <= MostNewton ? NewtonSearch.Minimise(objective).Weights : LimitedMemorySearch.Minimise(objective);
        return new LinearModel(encoding, weights, labels.ClassCount);
    }

    internal static ILinearLoss LossOf(Labels labels) => labels.ClassCount switch
    {
        0 => new LinearSquaredLoss(labels.Numbers),
        2 => new LinearBinaryLoss(labels.Classes),
        var count => new LinearClassesLoss(labels.Classes, count),
    };
}
