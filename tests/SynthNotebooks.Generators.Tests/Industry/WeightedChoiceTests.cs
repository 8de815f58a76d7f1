using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry;

namespace SynthNotebooks.Generators.Tests.Industry;

public class WeightedChoiceTests
{
    private static readonly double[] Weights = [0, 1, 0, 3, 6, 0];

    [Fact]
    public void Indices_come_in_proportion_to_their_weights() => AssertShares(random => WeightedChoice.Of(Weights, random));

    [Fact]
    public void Sums_give_the_same_choice()
    {
        var sums = WeightedChoice.Sums(Weights);

        AssertShares(random => WeightedChoice.OfSums(sums, random));
    }

    private static void AssertShares(Func<SplitRandom, int> choose)
    {
        const int draws = 100_000;
        var random = new SplitRandom(3);
        var counts = new int[Weights.Length];
        for (var i = 0; i < draws; i++) counts[choose(random)]++;

        var slack = Tolerance.OfMean(draws, comparisons: Weights.Length);
        for (var i = 0; i < Weights.Length; i++)
        {
            if (Weights[i] == 0) Assert.Equal(0, counts[i]);
            else Assert.InRange(counts[i] / (double)draws, Weights[i] / 10 - slack, Weights[i] / 10 + slack);
        }
    }
}
