using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity.Columns;

namespace SynthNotebooks.Evaluation.Tests.Fidelity.Columns;

public class TotalVariationTests
{
    [Theory, Seeds(100)]
    public void Score_is_bounded_symmetric_and_one_on_itself(ulong seed)
    {
        var random = new SplitRandom(seed);
        int[] a = [1, random.NextBelow(50), random.NextBelow(50)], b = [random.NextBelow(50), 1, random.NextBelow(50)];

        var score = TotalVariation.Score(a, b);

        Assert.InRange(score, 0, 1);
        Assert.Equal(score, TotalVariation.Score(b, a));
        Assert.Equal(1, TotalVariation.Score(a, a));
    }

    [Fact]
    public void Known_answer() => Assert.Equal(0.75, TotalVariation.Score([2, 2], [3, 1]), 15);

    [Fact]
    public void No_category_in_common_scores_zero() => Assert.Equal(0, TotalVariation.Score([5, 0], [0, 9]));

    [Fact]
    public void Counts_that_sum_to_zero_are_rejected_by_name() =>
        Assert.Equal("real", Assert.Throws<ArgumentException>(() => TotalVariation.Score([0, 0], [1, 1])).ParamName);
}
