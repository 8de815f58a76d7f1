using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Correlation;

public class OptimalScalingTests
{
    [Theory, Seeds(10)]
    public void Shuffled_categories_are_put_back_into_the_order_that_a_number_shows(ulong seed)
    {
        const int n = 5000, k = 8;
        var random = new SplitRandom(seed);
        var names = Enumerable.Range(0, k).ToArray();
        random.Shuffle<int>(names);
        var (numbers, codes) = (new double[n], new int[n]);
        for (var i = 0; i < n; i++)
        {
            var level = random.NextBelow(k);
            codes[i] = names[level];
            numbers[i] = level + random.NextNormal();
        }
        var classes = OrderedClasses.OfNumbers(numbers, 16);

        var scores = OptimalScaling.Scores([new(classes.Codes, classes.Count, true), new(codes, k, false)])[1];

        var order = Enumerable.Range(0, k).OrderBy(code => scores[code]).ToArray();
        Assert.True(order.SequenceEqual(names) || order.Reverse().SequenceEqual(names), string.Join(",", order));
    }

    [Fact]
    public void Ties_share_a_class_and_a_spike_is_a_class_of_its_own()
    {
        double[] numbers = [.. Enumerable.Repeat(0.0, 900), .. Enumerable.Range(1, 100).Select(i => (double)i), double.NaN];

        var classes = OrderedClasses.OfNumbers(numbers, 8);

        Assert.InRange(classes.Count, 5, 8);
        Assert.Equal(900, classes.Codes.Count(code => code == 0));
        Assert.Equal(-1, classes.Codes[^1]);
        Assert.True(classes.Codes[900..1000].SequenceEqual(classes.Codes[900..1000].Order()));
    }

    [Fact]
    public void Normal_scores_of_two_equal_classes_are_plus_and_minus_one()
    {
        var scores = NormalScores.OfClasses([50, 50]);

        Assert.Equal(-1, scores[0], 1e-12);
        Assert.Equal(1, scores[1], 1e-12);
    }
}
