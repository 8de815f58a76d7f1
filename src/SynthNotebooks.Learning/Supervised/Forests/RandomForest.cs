namespace SynthNotebooks.Learning;

/// <summary>Many trees, each on a bootstrap sample of the rows, each split on a few columns drawn at random; predictions are averaged.</summary>
/// <remarks>Cost: see <see cref="TreeInduction"/>, by tree; trees grow in parallel. Source: Breiman, Machine Learning 45, 2001, doi:10.1023/A:1010933404324.</remarks>
public sealed class RandomForest : ISupervisedLearner
{
    private readonly ForestOptions _options;

    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public RandomForest(ForestOptions? options = null)
    {
        _options = options ?? new();
        if (_options.Trees is < 1 or > 10_000) throw new ArgumentOutOfRangeException(nameof(options), _options.Trees, "Trees must lie in 1 to 10000.");
        if (_options.MinimumLeaf is < 1 or > 1_000_000) throw new ArgumentOutOfRangeException(nameof(options), _options.MinimumLeaf, "MinimumLeaf must lie in 1 to 1000000.");
        if (_options.ColumnsPerSplit < 0) throw new ArgumentOutOfRangeException(nameof(options), _options.ColumnsPerSplit, "ColumnsPerSplit must be at least 0.");
    }

    /// <inheritdoc/>
    public IPredictor Train(FeatureTable features, Labels labels, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        var columns = features.Columns.Count;
        var drawn = _options.ColumnsPerSplit > 0 ? Math.Min(columns, _options.ColumnsPerSplit)
            : labels.AreClasses ? Math.Max(1, (int)Math.Sqrt(columns)) : Math.Max(1, columns / 3);
        return ForestTraining.Train(features, labels, _options.Trees, new(_options.MinimumLeaf, 64, 0, drawn), bootstrap: true, context);
    }
}
