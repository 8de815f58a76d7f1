using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity.Pairs;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Tests.Fidelity.Pairs;

public class PairMeasureTests
{
    [Fact]
    public void Rank_correlation_with_ties() => Assert.Equal(0.5555555555555556, Rank([1, 2, 2, 4, 5, 5, 7], [3, 1, 4, 4, 2, 9, 9])!.Value, 12);

    [Fact]
    public void Rank_correlation_is_taken_over_complete_rows()
    {
        var complete = Rank([1, 2, 2, 4, 5, 5, 7], [3, 1, 4, 4, 2, 9, 9]);

        Assert.Equal(complete!.Value, Rank([1, 2, 2, 4, 5, 5, 7, 3, double.NaN], [3, 1, 4, 4, 2, 9, 9, double.NaN, 0])!.Value, 12);
        Assert.Null(Rank([1, 1, 1], [1, 2, 3]));
    }

    [Fact]
    public void Correlation_ratio_by_sums_of_squares()
    {
        Assert.Equal(0.8642846474439013, CorrelationRatio.Of([1, 1, 2, 2, 3, 3, 0], 4, [1, 2, 4, 6, 5, 9, 100])!.Value, 12);
        Assert.Equal(1, CorrelationRatio.Of([1, 1, 2], 3, [5, 5, 7])!.Value, 12);
        Assert.Null(CorrelationRatio.Of([1, 1], 2, [5, 6]));
    }

    [Fact]
    public void Mutual_information_as_a_share_of_the_entropies()
    {
        Assert.Equal(0.2640977750531416, TwoWayTable.Of([0, 0, 0, 0, 1, 1, 1, 1, 1, 1], 2, [0, 0, 0, 1, 0, 1, 1, 1, 1, 1], 2).NormalisedInformation()!.Value, 12);
        Assert.Equal(1, TwoWayTable.Of([0, 1, 2], 3, [2, 0, 1], 3).NormalisedInformation()!.Value, 12);
        Assert.Equal(0, TwoWayTable.Of([0, 0, 1, 1], 2, [0, 1, 0, 1], 2).NormalisedInformation()!.Value, 12);
        Assert.Null(TwoWayTable.Of([0, 0], 1, [0, 1], 2).NormalisedInformation());
    }

    [Fact]
    public void Frobenius_norm_counts_each_pair_twice() => Assert.Equal(Math.Sqrt(2 * (0.09 + 0.16)), PairDifferences.Frobenius([0.3, 0.4]), 12);

    [Theory]
    [InlineData("spearman-similarity", 0.0)] // ρ goes from 1 to −1
    [InlineData("spearman-frobenius", 2.8284271247461903)] // √(2 · 2²)
    [InlineData("pearson-frobenius", 2.8284271247461903)]
    public void A_reversed_column_is_seen_by_direction_alone(string id, double expected)
    {
        double[] up = [.. Enumerable.Range(0, 40).Select(i => (double)i)], down = [.. up.Reverse()];

        Assert.Equal(expected, Scores.Value(id, Two(up, up), Two(up, down)), 9);
    }

    [Fact]
    public void Mutual_information_has_no_direction()
    {
        double[] up = [.. Enumerable.Range(0, 40).Select(i => (double)i)], down = [.. up.Reverse()];

        Assert.InRange(Scores.Value("mutual-information-difference", Two(up, up), Two(up, down)), 0, 0.05); // the largest value has a bin of its own
    }

    [Fact]
    public void A_pair_constant_in_the_synthetic_table_counts_as_the_largest_difference()
    {
        double[] up = [.. Enumerable.Range(0, 40).Select(i => (double)i)];

        Assert.Equal(0, Scores.Value("spearman-similarity", Two(up, up), Two(up, new double[40])));
        Assert.Contains("constant or empty", Scores.Of("spearman-similarity", Constant(), Two(up, up)).Undefined, StringComparison.Ordinal);

        static DataFrame Constant() => new(new DoubleColumn("a", Enumerable.Range(0, 40).Select(i => (double)i).ToArray()), new DateColumn("b", new int[40]));
    }

    private static double? Rank(double[] x, double[] y) => RankCorrelation.Of(ValuePlaces.Of(x, TableSet.Sorted(x)), ValuePlaces.Of(y, TableSet.Sorted(y)));

    private static DataFrame Two(double[] a, double[] b) => new(new DoubleColumn("a", a), new DoubleColumn("b", b));
}
