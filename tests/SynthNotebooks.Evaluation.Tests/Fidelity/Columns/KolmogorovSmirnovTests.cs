using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity.Columns;

namespace SynthNotebooks.Evaluation.Tests.Fidelity.Columns;

public class KolmogorovSmirnovTests
{
    [Theory, Seeds(100)]
    public void Score_is_bounded_symmetric_and_free_of_scale(ulong seed)
    {
        var random = new SplitRandom(seed);
        double[] a = Sample(random), b = Sample(random);

        var score = KolmogorovSmirnov.Score(a, b);

        Assert.InRange(score, 0, 1);
        Assert.Equal(score, KolmogorovSmirnov.Score(b, a));
        Assert.Equal(score, KolmogorovSmirnov.Score(Doubled(a), Doubled(b))); // ×2 is exact in binary floating point
        Assert.Equal(1, KolmogorovSmirnov.Score(a, a));
    }

    [Theory, Seeds(50)]
    public void Score_equals_the_definition_at_every_value(ulong seed)
    {
        var random = new SplitRandom(seed);
        double[] a = Sample(random), b = Sample(random);

        var gap = a.Concat(b).Max(x => Math.Abs(a.Count(v => v <= x) / (double)a.Length - b.Count(v => v <= x) / (double)b.Length));

        Assert.Equal(1 - gap, KolmogorovSmirnov.Score(a, b), 12);
    }

    [Fact]
    public void Known_answer_with_ties() =>
        Assert.Equal(0.5, KolmogorovSmirnov.Score([1, 2, 2, 3], [2, 3, 3, 3]), 15); // at 2: 3/4 against 1/4

    [Fact]
    public void Disjoint_samples_score_zero() => Assert.Equal(0, KolmogorovSmirnov.Score([1, 2], [3, 4]));

    [Fact]
    public void Rounding_in_the_last_place_breaks_no_tie() => Assert.Equal(1, KolmogorovSmirnov.Score([0.1 + 0.2], [0.3]));

    [Fact]
    public void An_empty_sample_is_rejected_by_name() =>
        Assert.Equal("synthetic", Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.Score([1], [])).ParamName);

    [Fact]
    public void A_missing_number_is_rejected_by_name() =>
        Assert.Equal("real", Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.Score([1, double.NaN], [1])).ParamName);

    private static double[] Sample(SplitRandom random)
    {
        var sample = new double[1 + random.NextBelow(40)];
        for (var i = 0; i < sample.Length; i++) sample[i] = random.NextBelow(2) == 0 ? random.NextBelow(8) : Math.Round(random.NextNormal(), 3);
        return sample;
    }

    private static double[] Doubled(double[] x) => [.. x.Select(v => 2 * v)];
}
