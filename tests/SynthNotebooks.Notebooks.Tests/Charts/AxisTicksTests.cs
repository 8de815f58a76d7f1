using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Tests.Charts;

public class AxisTicksTests
{
    [Theory, Seeds(100)]
    public void Ticks_lie_within_the_range_and_are_evenly_spaced(ulong seed)
    {
        var random = new SplitRandom(seed);
        var low = random.NextNormal() * Math.Pow(10, random.NextBelow(8) - 3);
        var high = low + Math.Pow(10, random.NextBelow(8) - 3) * (random.NextDouble() + 0.1);

        var ticks = AxisTicks.Of(low, high, 5);

        Assert.InRange(ticks.Count, 1, 12);
        var slack = (high - low) * 1e-6;
        Assert.All(ticks, tick => Assert.InRange(tick, low - slack, high + slack));
        for (var i = 2; i < ticks.Count; i++) Assert.Equal(ticks[1] - ticks[0], ticks[i] - ticks[i - 1], slack);
    }

    [Theory]
    [InlineData(0.25, 0.05, "0.25")]
    [InlineData(40, 20, "40")]
    [InlineData(12000, 2000, "12k")]
    [InlineData(3_500_000, 500_000, "3.5M")]
    [InlineData(0, 10, "0")]
    public void Labels_are_short(double value, double step, string expected) => Assert.Equal(expected, AxisTicks.Label(value, step));
}
