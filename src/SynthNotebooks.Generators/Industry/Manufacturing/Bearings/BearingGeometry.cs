namespace SynthNotebooks.Generators.Industry.Manufacturing.Bearings;

/// <summary>A rolling bearing whose outer race stands still, and the frequencies at which its faults strike.</summary>
/// <remarks>Kinematics without slip; source: Randall, Antoni, Mechanical Systems and Signal Processing 25(2), 2011, doi:10.1016/j.ymssp.2010.07.017.</remarks>
/// <param name="Balls">Rolling elements, at least 2.</param>
/// <param name="BallDiameter">Of one, in mm.</param>
/// <param name="PitchDiameter">Of the circle through their centres, in mm; more than the ball's.</param>
/// <param name="ContactDegrees">Angle of the load from the plane across the shaft.</param>
public sealed record BearingGeometry(int Balls, double BallDiameter, double PitchDiameter, double ContactDegrees = 0)
{
    private double Ratio => BallDiameter / PitchDiameter * Waves.Cos(ContactDegrees * Math.PI / 180);

    /// <summary>How often a fault strikes, in Hz; NaN for a sound bearing.</summary>
    /// <param name="fault">Where it is.</param>
    /// <param name="shaftHz">Turns of the shaft a second.</param>
    public double FaultHz(BearingFault fault, double shaftHz) => fault switch
    {
        BearingFault.OuterRace => Balls / 2.0 * shaftHz * (1 - Ratio),
        BearingFault.InnerRace => Balls / 2.0 * shaftHz * (1 + Ratio),
        BearingFault.Ball => PitchDiameter / BallDiameter * shaftHz * (1 - Ratio * Ratio), // both races are struck in one turn of the ball
        BearingFault.Cage => CageHz(shaftHz),
        _ => double.NaN,
    };

    /// <summary>Turns of the cage a second.</summary>
    public double CageHz(double shaftHz) => shaftHz / 2 * (1 - Ratio);
}
