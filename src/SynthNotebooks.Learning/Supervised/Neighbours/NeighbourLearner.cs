namespace SynthNotebooks.Learning;

/// <summary>Predicts the mean of the labels of the nearest training rows: shares of classes, or the mean number.</summary>
/// <remarks>
/// Distance: the mean over columns of the difference of numbers in standard deviations, or of mismatch of categories; missing is a value of its own, far from
/// numbers. All neighbours weigh the same; of rows at one distance the earlier counts. Cost: rows · queries · columns, see
/// <see cref="NearestNeighbours"/>. Source: Cover, Hart, IEEE Trans. Inf. Theory 13(1), 1967, doi:10.1109/TIT.1967.1053964.
/// </remarks>
public sealed class NeighbourLearner : ISupervisedLearner
{
    private readonly int _count;

    /// <param name="count">Neighbours asked, 1 to 10,000; fewer when there are no more rows. Default 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its range.</exception>
    public NeighbourLearner(int count = 15)
    {
        if (count is < 1 or > 10_000) throw new ArgumentOutOfRangeException(nameof(count), count, "The number of neighbours must lie in 1 to 10000.");
        _count = count;
    }

    /// <inheritdoc/>
    public IPredictor Train(FeatureTable features, Labels labels, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(context);
        labels.RequireRowsOf(features);
        context.Cancellation.ThrowIfCancellationRequested();
        return new NeighbourModel(features, labels, Math.Min(_count, features.Rows));
    }
}
