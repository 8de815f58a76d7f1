namespace SynthNotebooks.Learning;

/// <summary>One classification or regression tree.</summary>
/// <remarks>Cost: see <see cref="TreeInduction"/>. Source: Breiman, Friedman, Olshen, Stone, Classification and Regression Trees, 1984.</remarks>
public sealed class DecisionTree : ISupervisedLearner
{
    private readonly TreeOptions _options;

    /// <param name="options">When the tree stops growing; null for leaves of at least 20 rows and splits that take away 0.01 % of the root's impurity.</param>
    public DecisionTree(TreeOptions? options = null) => _options = options ?? new(MinimumLeaf: 20, Complexity: 1e-4);

    /// <inheritdoc/>
    public IPredictor Train(FeatureTable features, Labels labels, TrainingContext context) => ForestTraining.Train(features, labels, 1, _options, bootstrap: false, context);
}
