using SynthNotebooks.Data;

namespace SynthNotebooks.Selection.Tests.Filters;

public class LogisticCalibrationTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(0.5, 0.7, 0.5)]
    [InlineData(0, -0.4, 0)]
    [InlineData(2, 0.2, 1)] // what would sharpen scores is held at 1
    public void The_slope_is_that_of_the_truth_but_at_most_one(double slope, double shift, double expected)
    {
        const int rows = 40_000;
        var random = new SplitRandom(3);
        var (scores, truth) = (new double[rows], new bool[rows]);
        for (var row = 0; row < rows; row++)
        {
            scores[row] = random.NextNormal();
            truth[row] = random.NextDouble() < 1 / (1 + Math.Exp(-(slope * scores[row] + shift)));
        }

        var (found, at) = LogisticCalibration.Of(scores, truth);

        // The information of a row is p(1 − p) ≥ 0.13 on average at all these slopes; five standard errors are passed with probability below 1e-6.
        var slack = 5 / Math.Sqrt(0.13 * rows);
        Assert.InRange(found, expected - slack, expected + slack);
        if (slope <= 1) Assert.InRange(at, shift - slack, shift + slack);
        Assert.InRange(found, 0, 1);
    }

    [Fact]
    public void Scores_that_are_wrong_the_other_way_count_for_nothing()
    {
        double[] scores = [2, 1, -1, -2, 3, -3];
        var (slope, shift) = LogisticCalibration.Of(scores, [false, false, true, true, false, true]);

        Assert.Equal((0, 0), (slope, Math.Round(shift, 6)));
    }
}
