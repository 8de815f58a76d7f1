using SynthNotebooks.Data;
using SynthNotebooks.Tests;

namespace SynthNotebooks.Learning.Tests.Supervised.Linear;

public class LinearLearnerTests
{
    [Fact]
    public void Ridge_of_one_column_has_its_closed_form()
    {
        double[] x = [-2, -1, 0, 1, 2], y = [1, 2, 2, 5, 7];

        var model = (LinearModel)new LinearLearner(penalty: 3).Train(new([FeatureColumn.OfNumbers("x", x)]), Labels.OfNumbers(y), new());

        var deviation = Math.Sqrt(2);
        Assert.Equal(15 / deviation / (5 + 3), model.Weights()[0], 1e-9); // Σ x·y = 15; standardised squares sum to 5
        Assert.Equal(3.4, model.Weights()[1], 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_weight_can_be_changed_for_the_better(int classes)
    {
        var features = LabelledTables.Features(3, 400);
        var labels = classes == 0 ? LabelledTables.Numbers(features) : LabelledTables.Classes(features, classes);
        var model = (LinearModel)new LinearLearner(penalty: 0.5).Train(features, labels, new());
        var design = model.Encoding.Encode(features);
        var objective = new LinearObjective(design, LinearLearner.LossOf(labels), 0.5, new());
        double[] weights = [.. Enumerable.Range(0, classes == 3 ? 3 : 1).SelectMany(k => model.Weights(k).ToArray())];
        var value = objective.Evaluate(weights).Value;

        for (var i = 0; i < weights.Length; i++)
        {
            foreach (var change in new[] { -0.05, 0.05 })
            {
                var other = (double[])weights.Clone();
                other[i] += change;
                Assert.True(objective.Evaluate(other).Value >= value - 1e-6 * value, $"weight {i}");
            }
        }
    }

    [Theory, Seeds(5)]
    public void Gradient_and_curvature_are_those_of_finite_differences(ulong seed)
    {
        var features = LabelledTables.Features(seed, 60);
        var design = LinearEncoding.Of(features).Encode(features);
        var objective = new LinearObjective(design, LinearLearner.LossOf(LabelledTables.Classes(features, 2)), 0.7, new());
        var random = new SplitRandom(seed);
        double[] weights = [.. Enumerable.Range(0, objective.Size).Select(_ => 0.3 * random.NextNormal())];
        var gradient = objective.Evaluate(weights).Gradient;
        var curvature = objective.Curvature(weights);
        const double h = 1e-5;

        for (var i = 0; i < weights.Length; i++)
        {
            double[] up = (double[])weights.Clone(), down = (double[])weights.Clone();
            up[i] += h;
            down[i] -= h;
            var (above, below) = (objective.Evaluate(up), objective.Evaluate(down));
            Assert.Equal((above.Value - below.Value) / (2 * h), gradient[i], 1e-5);
            for (var j = 0; j < weights.Length; j++) Assert.Equal((above.Gradient[j] - below.Gradient[j]) / (2 * h), curvature[i, j], 1e-5);
        }
    }

    [Fact]
    public void Both_searches_end_at_the_same_weights()
    {
        var features = LabelledTables.Features(5, 500);
        var objective = new LinearObjective(LinearEncoding.Of(features).Encode(features), LinearLearner.LossOf(LabelledTables.Classes(features, 2)), 1, new());

        var newton = NewtonSearch.Minimise(objective).Weights;
        var limited = LimitedMemorySearch.Minimise(objective);

        for (var i = 0; i < newton.Length; i++) Assert.Equal(newton[i], limited[i], 1e-3);
    }

    [Fact]
    public void Classes_that_are_told_apart_perfectly_and_columns_that_repeat_end_in_finite_weights()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        var features = new FeatureTable([FeatureColumn.OfNumbers("x", x), FeatureColumn.OfNumbers("same", x)]);

        var model = (LinearModel)new LinearLearner(penalty: 1e-9).Train(features, Labels.OfClasses([0, 0, 0, 1, 1, 1], 2), new());

        foreach (var weight in model.Weights()) Assert.True(double.IsFinite(weight));
    }

    [Fact]
    public void Unseen_categories_and_missing_numbers_have_columns_of_their_own()
    {
        var training = new FeatureTable([FeatureColumn.OfNumbers("x", [1, double.NaN, 3]), FeatureColumn.OfCategories("c", [1, 1, -1], 3)]);

        var encoding = LinearEncoding.Of(training);

        Assert.Equal(["x", "x is missing", "c = 1", "c is missing", "c is another"], encoding.Names);
        var design = encoding.Encode(new([FeatureColumn.OfNumbers("x", [double.NaN]), FeatureColumn.OfCategories("c", [2], 3)]));
        Assert.Equal([0, 1, 4], design.Indices);
        Assert.Equal([0.0, 1, 1], design.Values); // the median is the mean here
    }

    [RealTableFact]
    public void Adult_reaches_the_area_of_other_implementations()
    {
        DataFrame train = DataFrame.LoadCsv(RealTables.Path("adult_train.csv")), test = DataFrame.LoadCsv(RealTables.Path("adult_test.csv"));
        var encoder = FeatureEncoder.Of(train, "income");

        var predicted = new LinearLearner().Train(encoder.Encode(train), Income(train), new()).Predict(encoder.Encode(test), new());

        Assert.Equal(0.90543, PredictionScores.MeanAuc(predicted, Income(test))!.Value, 0.002); // scikit-learn 1.2.1, same encoding

        static Labels Income(DataFrame frame) => Labels.OfClasses([.. Enumerable.Range(0, (int)frame.Rows.Count).Select(row => frame.Columns["income"].GetText(row) == ">50K" ? 1 : 0)], 2);
    }
}
