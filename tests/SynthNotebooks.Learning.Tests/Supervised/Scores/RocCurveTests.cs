using SynthNotebooks.Data;
using SynthNotebooks.Tests;

namespace SynthNotebooks.Learning.Tests.Supervised.Scores;

public class RocCurveTests
{
    [Theory, Seeds(50)]
    public void Area_is_the_share_of_pairs_in_the_right_order(ulong seed)
    {
        var random = new SplitRandom(seed);
        var scores = new double[60];
        var positive = new bool[60];
        for (var i = 0; i < scores.Length; i++) (scores[i], positive[i]) = (random.NextBelow(10), random.NextBelow(3) == 0);
        var pairs = from i in Enumerable.Range(0, 60)
                    where positive[i]
                    from j in Enumerable.Range(0, 60)
                    where !positive[j]
                    select scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;

        Assert.Equal(pairs.Average(), RocCurve.Area(scores, positive)!.Value, 1e-12);
    }

    [Fact]
    public void One_class_has_no_area() => Assert.Null(RocCurve.Area([1, 2], [true, true]));

    [Fact]
    public void Of_three_classes_the_mean_is_taken_over_each_against_the_rest()
    {
        double[] predicted = [0.8, 0.1, 0.1, 0.2, 0.7, 0.1, 0.1, 0.1, 0.8, 0.5, 0.3, 0.2];

        // class 0: 0.8 against 0.2, 0.1, 0.5 = 1; class 1: 0.7 and 0.3 against 0.1, 0.1 = 1; class 2: 1
        Assert.Equal(1, PredictionScores.MeanAuc(predicted, Labels.OfClasses([0, 1, 2, 1], 3))!.Value, 1e-12);
    }

    [Fact]
    public void R_squared_and_error_of_known_numbers()
    {
        Assert.Equal(1 - 2 / 2.0, PredictionScores.RSquared([2, 2, 4], [1, 2, 3])!.Value, 1e-12); // errors 1, 0, 1; scatter 2
        Assert.Equal(Math.Sqrt(2 / 3.0), PredictionScores.RootMeanSquare([2, 2, 4], [1, 2, 3])!.Value, 1e-12);
        Assert.Null(PredictionScores.RSquared([1, 2], [5, 5]));
    }
}
