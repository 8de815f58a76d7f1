using SynthNotebooks.Generators.Industry.Finance.Credit;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.Credit;

public class LossDistributionTests
{
    private static readonly LossDistribution Ten = new([5, 3, 9, 1, 10, 2, 8, 4, 7, 6]);

    [Theory] // by hand
    [InlineData(0.9, 9, 10), InlineData(0.8, 8, 9.5), InlineData(0.5, 5, 8), InlineData(0.85, 9, (10 * 0.1 + 9 * 0.05) / 0.15), InlineData(0.99, 10, 10)]
    public void Quantile_and_tail_mean_are_those_of_the_sample(double level, double valueAtRisk, double shortfall)
    {
        Assert.Equal(valueAtRisk, Ten.ValueAtRisk(level));
        Assert.Equal(shortfall, Ten.ExpectedShortfall(level), 12);
        Assert.Equal(5.5, Ten.Mean);
    }

    [Fact]
    public void Losses_without_meaning_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new LossDistribution([]));
        Assert.Throws<ArgumentException>(() => new LossDistribution([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ten.ValueAtRisk(1));
    }
}
