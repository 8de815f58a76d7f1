using SynthNotebooks.Data;
using SynthNotebooks.Tests;

namespace SynthNotebooks.Learning.Tests.Supervised.Boosting;

public class HistogramBoostingTests
{
    [Fact]
    public void One_stump_puts_each_side_at_its_mean()
    {
        var features = new FeatureTable([FeatureColumn.OfNumbers("x", [1, 2, 3, 4, 5, 6])]);
        var labels = Labels.OfNumbers([1, 1, 2, 10, 11, 12]);

        var predicted = new HistogramBoosting(new(Rounds: 1, LearningRate: 1, Leaves: 2, MinimumLeaf: 1)).Train(features, labels, new()).Predict(features, new());

        for (var row = 0; row < 6; row++) Assert.Equal(row < 3 ? 4 / 3.0 : 11, predicted[row], 1e-9);
    }

    [Theory, Seeds(20)]
    public void The_first_cut_is_the_best_of_all(ulong seed)
    {
        var features = LabelledTables.Features(seed, 100); // every number has a bin of its own
        AssertBestStump(new([features.Columns[0], features.Columns[1], features.Columns[3]]), seed);
    }

    [Theory, Seeds(20)]
    public void Of_groups_of_one_size_the_best_subset_goes_left(ulong seed) =>
        AssertBestStump(new([FeatureColumn.OfCategories("group", [.. Enumerable.Range(0, 350).Select(row => row % 7 - 1)], 6)]), seed);

    private static void AssertBestStump(FeatureTable features, ulong seed)
    {
        var random = new SplitRandom(seed).Split("labels");
        double[] numbers = [.. Enumerable.Range(0, features.Rows).Select(row => random.NextNormal() + (features.Columns[0].IsCategory ? features.Columns[0].Codes[row] * 2 % 5 : features.Columns[0].Numbers[row]))];
        var model = (BoostedTrees)new HistogramBoosting(new(Rounds: 1, LearningRate: 1, Leaves: 2, MinimumLeaf: 20)).Train(features, Labels.OfNumbers(numbers), new());

        var error = model.Predict(features, new()).Zip(numbers, (a, b) => (a - b) * (a - b)).Sum();

        Assert.Equal(BestStump(features, numbers, 20), error, 1e-6);
    }

    [Fact]
    public void Leaves_pull_towards_zero_by_the_penalty()
    {
        var features = new FeatureTable([FeatureColumn.OfNumbers("x", [0, 0, 1, 1])]);

        var predicted = new HistogramBoosting(new(Rounds: 1, LearningRate: 1, Leaves: 2, MinimumLeaf: 1, Ridge: 2))
            .Train(features, Labels.OfNumbers([0, 0, 4, 4]), new()).Predict(features, new());

        Assert.Equal(1, predicted[0], 1e-9); // mean 2, sum of residuals −4, over 2 rows + 2
        Assert.Equal(3, predicted[2], 1e-9);
    }

    [Fact]
    public void Stopping_early_keeps_fewer_rounds_when_there_is_nothing_to_learn()
    {
        var features = LabelledTables.Features(1, 600);
        var random = new SplitRandom(9);
        var labels = Labels.OfClasses([.. Enumerable.Range(0, 600).Select(_ => random.NextBelow(2))], 2);

        var model = (BoostedTrees)new HistogramBoosting(new(Patience: 5)).Train(features, labels, new());

        Assert.InRange(model.Rounds, 0, 60);
    }

    [Fact]
    public void Importance_goes_to_the_columns_that_matter()
    {
        var features = LabelledTables.Features(1, 2000);

        var importances = ((BoostedTrees)new HistogramBoosting().Train(features, LabelledTables.Numbers(features), new())).Importances;

        Assert.Equal(1, importances.Sum(), 1e-9);
        Assert.Equal(3, importances.ToList().IndexOf(importances.Min())); // noise
        Assert.True(importances[3] < 0.01);
    }

    [Theory]
    [InlineData("Rounds", 0)]
    [InlineData("Bins", 256)]
    public void An_option_out_of_range_is_named(string option, int value) =>
        Assert.Equal(option, Assert.Throws<ArgumentOutOfRangeException>(() => new HistogramBoosting(option == "Bins" ? new(Bins: value) : new(Rounds: value))).ParamName);

    [RealTableFact]
    public void Adult_reaches_what_is_published()
    {
        DataFrame train = DataFrame.LoadCsv(RealTables.Path("adult_train.csv")), test = DataFrame.LoadCsv(RealTables.Path("adult_test.csv"));
        var encoder = FeatureEncoder.Of(train, "income");

        var model = new HistogramBoosting().Train(encoder.Encode(train), Income(train), new());

        Assert.InRange(PredictionScores.MeanAuc(model.Predict(encoder.Encode(test), new()), Income(test))!.Value, 0.925, 0.930);

        static Labels Income(DataFrame frame) => Labels.OfClasses([.. Enumerable.Range(0, (int)frame.Rows.Count).Select(row => frame.Columns["income"].GetText(row) == ">50K" ? 1 : 0)], 2);
    }

    // Every cut of every number with missing cells on either side, every subset of groups; the smallest squared error with both sides at their means.
    private static double BestStump(FeatureTable table, double[] labels, int minimumLeaf)
    {
        var best = double.PositiveInfinity;
        foreach (var column in table.Columns)
        {
            if (column.IsCategory)
            {
                for (var subset = 1; subset < 1 << 7; subset++) Try(row => (subset >> (column.Codes[row] + 1) & 1) != 0);
                continue;
            }
            foreach (var cut in column.Numbers.Append(double.PositiveInfinity).Where(number => !double.IsNaN(number)))
            {
                Try(row => column.Numbers[row] <= cut);
                Try(row => !(column.Numbers[row] > cut));
            }
        }
        return best;

        void Try(Func<int, bool> goesLeft)
        {
            var sides = Enumerable.Range(0, table.Rows).GroupBy(goesLeft).Select(side => side.Select(row => labels[row]).ToArray()).ToArray();
            if (sides.Length < 2 || sides.Any(side => side.Length < minimumLeaf)) return;
            best = Math.Min(best, sides.Sum(side => side.Sum(value => (value - side.Average()) * (value - side.Average()))));
        }
    }
}
