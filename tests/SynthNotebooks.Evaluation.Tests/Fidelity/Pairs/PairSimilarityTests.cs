using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity.Pairs;

namespace SynthNotebooks.Evaluation.Tests.Fidelity.Pairs;

public class PairSimilarityTests
{
    [Fact]
    public void Opposite_correlations_score_zero() =>
        Assert.Equal(0, CorrelationSimilarity.Score([1, 2, 3], [1, 2, 3], [1, 2, 3], [3, 2, 1])!.Value, 12);

    [Fact]
    public void Known_correlation() => Assert.Equal(0.5, PearsonCorrelation.Of([1, 2, 3], [1, 3, 2])!.Value, 12);

    [Fact]
    public void Rows_with_a_missing_cell_take_no_part() =>
        Assert.Equal(0.5, PearsonCorrelation.Of([1, 2, double.NaN, 3, 9], [1, 3, 7, 2, double.NaN])!.Value, 12);

    [Fact]
    public void A_constant_has_no_correlation() => Assert.Null(CorrelationSimilarity.Score([1, 1, 1], [1, 2, 3], [1, 2, 3], [1, 2, 3]));

    [Fact]
    public void Known_two_way_similarity() => // 1/2 against 1/4 in two cells, 0 against 1/2 in a third
        Assert.Equal(0.5, ContingencySimilarity.Score([(0, 0), (1, 1)], [(0, 0), (1, 1), (0, 1), (0, 1)]), 15);

    [Fact]
    public void Cramers_v_of_perfect_and_of_no_dependence()
    {
        Assert.Equal(1, TwoWayTable.Of([0, 0, 1, 1], 2, [0, 0, 1, 1], 2).CramersV()!.Value, 12);
        Assert.Equal(0, TwoWayTable.Of([0, 0, 1, 1], 2, [0, 1, 0, 1], 2).CramersV()!.Value, 12);
        Assert.Null(TwoWayTable.Of([0, 0], 2, [0, 1], 2).CramersV());
    }

    [Theory, Seeds(20)]
    public void Sparse_tables_score_as_dense_ones(ulong seed)
    {
        var random = new SplitRandom(seed);
        int[] a = Codes(random), b = Codes(random), c = Codes(random), d = Codes(random);

        TwoWayTable dense = TwoWayTable.Of(a, 9, b, 9), sparse = TwoWayTable.Of(a, 2000, b, 2000);

        Assert.Equal(dense.Similarity(TwoWayTable.Of(c, 9, d, 9)), sparse.Similarity(TwoWayTable.Of(c, 2000, d, 2000)));
        Assert.Equal(dense.CramersV()!.Value, sparse.CramersV()!.Value, 12);
    }

    private static int[] Codes(SplitRandom random)
    {
        var codes = new int[50];
        for (var i = 0; i < codes.Length; i++) codes[i] = random.NextBelow(9);
        return codes;
    }
}
