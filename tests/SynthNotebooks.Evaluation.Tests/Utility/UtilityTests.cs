using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Evaluation.Tests.Models;
using SynthNotebooks.Evaluation.Utility;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Tests.Utility;

public class UtilityTests
{
    [Fact]
    public void The_score_is_that_of_the_learner_trained_by_hand()
    {
        DataFrame real = PredictableTables.Of(1, 300), synthetic = PredictableTables.Of(2, 400), holdout = PredictableTables.Of(3, 300);
        var study = Evaluate(real, synthetic, holdout, "yes", "kind", "amount");
        var encoder = FeatureEncoder.Of(synthetic, "yes", "kind", "amount");

        var predicted = new LinearLearner().Train(encoder.Encode(synthetic), Classes(synthetic), new()).Predict(encoder.Encode(holdout), new());

        Assert.Equal(PredictionScores.MeanAuc(predicted, Classes(holdout))!.Value, study.Score("utility-linear")!.Value, 1e-9);

        static Labels Classes(DataFrame frame) => Labels.OfClasses([.. Enumerable.Range(0, (int)frame.Rows.Count).Select(row => frame.Columns["yes"].GetText(row) == "yes" ? 1 : 0)], 2);
    }

    [Theory]
    [InlineData("yes", "kind", "amount")]
    [InlineData("kind", "yes", "amount")]
    [InlineData("amount", "yes", "kind")]
    public void Rows_of_the_same_kind_serve_as_well_as_real_ones_and_independent_columns_do_not(string target, params string[] dropped)
    {
        var study = Evaluate(PredictableTables.Of(1, 800), PredictableTables.Of(2, 800), PredictableTables.Of(3, 800), [target, .. dropped]);

        foreach (var learner in new[] { "linear", "tree", "forest", "boosting" })
        {
            double score = study.Score($"utility-{learner}")!.Value, floor = study.Score($"utility-{learner}", StudyTable.Independent)!.Value, ceiling = study.Score($"utility-{learner}", StudyTable.Ceiling)!.Value;
            Assert.True(score > floor + 0.2, $"{learner}: {score} floor {floor}");
            Assert.InRange(study.Score($"utility-gap-{learner}")!.Value, -0.1, 0.1);
            Assert.Equal(ceiling - score, study.Score($"utility-gap-{learner}")!.Value, 1e-12);
            if (target != "amount") continue;
            Assert.True(study.Score($"utility-error-{learner}") < study.Score($"utility-error-{learner}", StudyTable.Independent), learner);
            Assert.InRange(study.Score($"utility-error-{learner}")!.Value, 0.87, 2); // noise of deviation 1 that none can predict, within five standard errors
        }
    }

    [Fact]
    public void A_table_against_itself_agrees_in_everything()
    {
        var real = PredictableTables.Of(1, 500);

        var study = Evaluate(real, real, PredictableTables.Of(3, 300), "yes", "kind", "amount");

        Assert.Equal(1, study.Score("importance-agreement"));
        Assert.Equal(1, study.Score("decision-agreement"));
        Assert.Equal(1, study.Score("interval-overlap")!.Value, 1e-9);
        Assert.Equal(0, study.Score("utility-gap-boosting"));
        Assert.Equal(0, study.Score("pmse")!.Value, 1e-9);
    }

    [Fact]
    public void More_rows_of_the_same_kind_help_and_wrong_labels_harm()
    {
        DataFrame real = PredictableTables.Of(1, 150), more = PredictableTables.Of(2, 1500), wrong = PredictableTables.Of(4, 1500, strength: -1), holdout = PredictableTables.Of(3, 1000);

        Assert.True(Evaluate(real, more, holdout, "yes", "kind", "amount").Score("augmentation-gain") > 0.01);
        Assert.True(Evaluate(real, wrong, holdout, "yes", "kind", "amount").Score("augmentation-gain") < -0.1);
    }

    [Fact]
    public void The_propensity_ratio_of_two_samples_of_one_population_is_near_one()
    {
        // The sum over k − 1 = 9 coefficients is chi-squared: below 1/20 of or above 5 times its mean with probability < 1e-6 each.
        var study = Evaluate(PredictableTables.Of(1, 2000), PredictableTables.Of(2, 2000), PredictableTables.Of(3, 100), "yes", "kind");

        Assert.InRange(study.Score("pmse-ratio")!.Value, 0.05, 5);
        Assert.True(Evaluate(PredictableTables.Of(1, 2000), PredictableTables.Of(2, 2000, 3), PredictableTables.Of(3, 100), "yes", "kind").Score("pmse-ratio") > 5);
    }

    [Fact]
    public void Overlap_of_intervals_is_that_of_the_definition()
    {
        var real = new CoefficientEstimates(["x", "y"], [0, 0], [1 / 1.959963984540054, 1 / 1.959963984540054]);
        var other = new CoefficientEstimates(["x", "y"], [1, 5], [0.5 / 1.959963984540054, 1]);

        // x: [−1, 1] and [0.5, 1.5] share 0.5: (0.5 / 2 + 0.5 / 1) / 2 = 0.375; y: apart
        Assert.Equal(0.1875, real.MeanOverlap(other)!.Value, 1e-12);
    }

    [Fact]
    public void Rank_correlation_handles_ties()
    {
        Assert.Equal(1, Agreement.Spearman([0.1, 0.2, 0.7], [1, 5, 9]));
        Assert.Equal(-1, Agreement.Spearman([1, 2, 3], [3, 2, 1]));
        Assert.Equal(4.5 / Math.Sqrt(4.5 * 5), Agreement.Spearman([1, 1, 2, 3], [1, 2, 3, 4])!.Value, 1e-12);
        Assert.Null(Agreement.Spearman([1, 1], [1, 2]));
    }

    private static ModelStudy Evaluate(DataFrame real, DataFrame synthetic, DataFrame holdout, string target, params string[] dropped) =>
        Studies.Of(real, synthetic, holdout, new() { Target = target, Drop = dropped });

    private static ModelStudy Evaluate(DataFrame real, DataFrame synthetic, DataFrame holdout, string[] names) => Evaluate(real, synthetic, holdout, names[0], names[1..]);
}
