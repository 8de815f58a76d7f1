using SynthNotebooks.Evaluation.Gauges;

namespace SynthNotebooks.Evaluation.Tests.Gauges;

public class GaugeTests
{
    [Theory]
    [InlineData(0.95, 0.9, 1.0, 0.5)]
    [InlineData(1.0, 0.9, 0.98, 1.25)] // closer than a holdout: shown as measured
    [InlineData(0.8, 0.9, 1.0, -1.0)]
    public void Position_between_floor_and_ceiling(double value, double floor, double ceiling, double expected) =>
        Assert.Equal(expected, Gauge.Of(value, floor, ceiling).Value!.Value, 12);

    [Fact]
    public void Lower_scores_can_be_better() => Assert.Equal(0.75, Gauge.Of(0.25, 1, 0, higherIsBetter: false).Value!.Value, 12);

    [Fact]
    public void Without_room_there_is_a_reason()
    {
        var (value, undefined) = Gauge.Of(0.95, 0.95, 0.95);

        Assert.Null(value);
        Assert.Contains("no room", undefined, StringComparison.Ordinal);
    }
}
