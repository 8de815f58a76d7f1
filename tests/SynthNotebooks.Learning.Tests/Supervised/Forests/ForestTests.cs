namespace SynthNotebooks.Learning.Tests.Supervised.Forests;

public class ForestTests
{
    [Fact]
    public void A_tree_without_limits_repeats_its_training_labels()
    {
        var features = LabelledTables.Features(2, 200);
        var numbers = LabelledTables.Numbers(features);

        var predicted = new DecisionTree(new(MinimumLeaf: 1, MaximumDepth: 64)).Train(features, numbers, new()).Predict(features, new());

        for (var row = 0; row < predicted.Length; row++) Assert.Equal(numbers.Numbers[row], predicted[row], 1e-9); // rows have labels of their own, below 256
    }

    [Fact]
    public void A_leaf_predicts_the_shares_of_its_classes()
    {
        var features = new FeatureTable([FeatureColumn.OfNumbers("x", [0, 0, 0, 0, 1, 1, 1, 1])]);

        var predicted = new DecisionTree(new(MinimumLeaf: 4)).Train(features, Labels.OfClasses([0, 0, 0, 1, 2, 2, 2, 2], 3), new()).Predict(features, new());

        Assert.Equal([0.75, 0.25, 0], predicted[..3]);
        Assert.Equal([0.0, 0, 1], predicted[^3..]);
    }

    [Fact]
    public void Many_trees_beat_one_on_fresh_rows_and_importance_leaves_noise_last()
    {
        FeatureTable features = LabelledTables.Features(1, 1500), fresh = LabelledTables.Features(2, 1000);
        var (labels, truth) = (LabelledTables.Numbers(features), LabelledTables.Signal(fresh));

        var forest = (Forest)new RandomForest(new(ColumnsPerSplit: 3)).Train(features, labels, new());
        var single = new RandomForest(new(Trees: 1, ColumnsPerSplit: 3)).Train(features, labels, new());

        Assert.True(PredictionScores.RootMeanSquare(forest.Predict(fresh, new()), truth) < PredictionScores.RootMeanSquare(single.Predict(fresh, new()), truth));
        Assert.Equal(forest.Importances.Min(), forest.Importances[3]);
        Assert.Equal(1, forest.Importances.Sum(), 1e-9);
    }

    [Fact]
    public void Another_seed_grows_another_forest()
    {
        var features = LabelledTables.Features(1, 300);

        double[] Of(ulong seed) => new RandomForest(new(Trees: 5)).Train(features, LabelledTables.Classes(features, 2), new() { Seed = seed }).Predict(features, new());

        Assert.NotEqual(Of(1), Of(2));
    }
}
