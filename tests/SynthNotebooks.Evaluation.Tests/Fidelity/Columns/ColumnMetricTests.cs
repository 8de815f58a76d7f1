using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity.Columns;

namespace SynthNotebooks.Evaluation.Tests.Fidelity.Columns;

public class ColumnMetricTests
{
    private static readonly double[] A = [1, 2, 2, 3, 5, 8, 13], B = [1, 1, 4, 4, 6, 20];

    [Fact]
    public void Wasserstein_distance_of_samples_of_different_length() => Assert.Equal(2.19047619047619, Wasserstein.Distance(A, B), 12);

    [Theory, Seeds(30)]
    public void Wasserstein_distance_is_the_mean_move_between_order_statistics(ulong seed)
    {
        var random = new SplitRandom(seed);
        double[] a = [.. Enumerable.Range(0, 50).Select(_ => random.NextNormal()).Order()], b = [.. Enumerable.Range(0, 50).Select(_ => random.NextNormal() + 1).Order()];

        Assert.Equal(a.Zip(b, (x, y) => Math.Abs(x - y)).Average(), Wasserstein.Distance(a, b), 12);
        Assert.Equal(Wasserstein.Distance(a, b), Wasserstein.Distance(b, a), 12);
    }

    [Fact]
    public void Moments_to_the_fourth()
    {
        var moments = ColumnMoments.Of(A);

        Assert.Equal(34 / 7.0, moments.Mean, 12);
        Assert.Equal(3.979539507766891, moments.Deviation, 12);
        Assert.Equal(1.0439074618149404, moments.Skewness, 12);
        Assert.Equal(2.7685925709427144, moments.Kurtosis, 12);
        Assert.Equal(new(4, 0, 0, 1), ColumnMoments.Of([4, 4, 4]));
    }

    [Fact]
    public void Quantiles_are_interpolated() =>
        Assert.All(new[] { (0.01, 1.06), (0.05, 1.3), (0.95, 11.5), (0.99, 12.7), (1.0, 13.0) }, pair => Assert.Equal(pair.Item2, TailQuantiles.Quantile(A, pair.Item1), 12));

    [Fact]
    public void Jensen_shannon_distance_by_a_known_value_and_at_its_ends()
    {
        Assert.Equal(0.5, JensenShannon.Distance([2, 1, 1], [1, 3, 0]), 12);
        Assert.Equal(0, JensenShannon.Distance([2, 4], [1, 2]));
        Assert.Equal(1, JensenShannon.Distance([3, 0], [0, 5]), 12);
    }

    [Fact]
    public void Chi_squared_is_that_of_the_contingency_table() => Assert.Equal(9.545454545454547 / 2, ChiSquared.Score([10, 20, 5], [6, 12, 17])!.Value, 12);

    [Fact]
    public void Chi_squared_of_fresh_rows_is_about_one()
    {
        // 20 columns of 200 categories: mean of 20 χ²/199, deviation √(2/199/20) = 0.0224; six of them fail with probability below 1e-8.
        var random = new SplitRandom(1);
        var sum = 0.0;
        for (var column = 0; column < 20; column++) sum += ChiSquared.Score(Counts(random, 40_000), Counts(random, 20_000))!.Value / 20;

        Assert.InRange(sum, 1 - 6 * 0.0224, 1 + 6 * 0.0224);

        static int[] Counts(SplitRandom random, int rows)
        {
            var counts = new int[200];
            for (var i = 0; i < rows; i++) counts[random.NextBelow(200)]++;
            return counts;
        }
    }

    [Fact]
    public void Range_coverage_counts_what_is_reached()
    {
        Assert.Equal(0.5, RangeCoverage.Score([0, 10], [-5, 5]));
        Assert.Equal(0, RangeCoverage.Score([0, 10], [20, 30]));
        Assert.Equal(1, RangeCoverage.Score([0, 10], [-1, 11]));
        Assert.Null(RangeCoverage.Score([3, 3], [3, 3]));
        Assert.Equal(1, RangeCoverage.Score([-double.MaxValue, double.MaxValue], [-double.MaxValue, double.MaxValue]));
    }

    [Fact]
    public void Category_coverage_and_missing_rates_by_hand()
    {
        DataFrame real = Tables.Of("c", "a", "b", "c", null), synthetic = Tables.Of("c", "a", "a", "d", "c");

        Assert.Equal(2 / 3.0, Scores.Value("category-coverage", real, synthetic), 12);
        Assert.Equal(0.25, Scores.Value("missing-rate-difference", real, synthetic));
    }

    [Theory, InlineData("mean-difference", 2.0), InlineData("deviation-difference", 0.0), InlineData("skewness-difference", 0.0), InlineData("kurtosis-difference", 0.0), InlineData("wasserstein", 2.0), InlineData("tail-quantiles", 2.0)]
    public void A_shift_by_two_deviations_is_seen_as_such(string id, double expected)
    {
        double[] numbers = [.. Enumerable.Range(0, 21).Select(i => (double)i)]; // variance (21² − 1) / 12
        var shift = 2 * Math.Sqrt(440 / 12.0);

        Assert.Equal(expected, Scores.Value(id, Tables.Of("n", numbers), Tables.Of("n", [.. numbers.Select(n => n + shift)])), 9);
    }

    [Fact]
    public void An_emptied_column_makes_an_unbounded_score_undefined_and_a_bounded_one_worst()
    {
        DataFrame real = Tables.Of("n", [.. Enumerable.Range(0, 21).Select(i => (double)i)]), empty = Tables.Of("n", [.. Enumerable.Repeat(double.NaN, 21)]);

        Assert.Contains("'n'", Scores.Of("wasserstein", real, empty).Undefined, StringComparison.Ordinal);
        Assert.Equal(0, Scores.Value("range-coverage", real, empty));
        Assert.Equal(1, Scores.Value("jensen-shannon", real, empty), 12);
    }
}
