using SynthNotebooks.Generators.Industry.Manufacturing.Bearings;

namespace SynthNotebooks.Generators.Tests.Industry.Manufacturing.Bearings;

public class BearingGeometryTests
{
    private static readonly BearingGeometry Bearing6205 = new(9, 7.94, 39.04);

    [Theory] // multiples of the shaft's frequency as makers tabulate them for a 6205
    [InlineData(BearingFault.OuterRace, 3.5848), InlineData(BearingFault.InnerRace, 5.4152), InlineData(BearingFault.Ball, 4.7135), InlineData(BearingFault.Cage, 0.39828)]
    public void A_known_bearing_has_its_tabulated_frequencies(BearingFault fault, double multiple) =>
        Assert.InRange(Bearing6205.FaultHz(fault, 1), multiple - 0.0002, multiple + 0.0002);

    [Theory, InlineData(9, 7.94, 39.04, 0), InlineData(16, 20, 120, 40), InlineData(3, 1, 2, 60)]
    public void Every_ball_passes_one_race_or_the_other_once_a_turn(int balls, double ball, double pitch, double degrees)
    {
        var bearing = new BearingGeometry(balls, ball, pitch, degrees);

        Assert.Equal(balls * 25.0, bearing.FaultHz(BearingFault.OuterRace, 25) + bearing.FaultHz(BearingFault.InnerRace, 25), 9);
        Assert.Equal(bearing.FaultHz(BearingFault.OuterRace, 25), balls * bearing.CageHz(25), 9);
        Assert.Equal(bearing.FaultHz(BearingFault.Cage, 25), bearing.CageHz(25), 12);
    }

    [Fact]
    public void A_sound_bearing_strikes_at_no_frequency() => Assert.True(double.IsNaN(Bearing6205.FaultHz(BearingFault.None, 25)));
}
