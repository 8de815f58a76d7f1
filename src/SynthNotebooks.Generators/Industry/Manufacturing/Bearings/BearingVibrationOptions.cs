namespace SynthNotebooks.Generators.Industry.Manufacturing.Bearings;

/// <summary>Options of <see cref="BearingVibrationProcess"/>. Defaults: a deep-groove ball bearing 6205 on a shaft of 1,797 turns a minute.</summary>
/// <param name="ShaftHz">Turns of the shaft a second; legal 0.5 to 500.</param>
/// <param name="Balls">Rolling elements; legal 3 to 100.</param>
/// <param name="BallMm">Diameter of a rolling element in mm; legal 0.5 to 200.</param>
/// <param name="PitchMm">Diameter of the circle through their centres in mm, more than the ball's; legal 1 to 2000.</param>
/// <param name="ContactDegrees">Contact angle; legal 0 to 60.</param>
/// <param name="Fault">Where the bearing is damaged.</param>
/// <param name="Severity">Peak acceleration of a strike in m/s²; legal 0 to 1000.</param>
/// <param name="ResonanceHz">Natural frequency that a strike excites, below half the sampling rate; legal 50 to 50000.</param>
/// <param name="Damping">Damping ratio of the resonance; legal 0.005 to 0.5.</param>
/// <param name="Slip">Standard deviation of the time between strikes, as a share of it; legal 0 to 0.1.</param>
/// <param name="Unbalance">Amplitude at the shaft's frequency in m/s²; legal 0 to 1000.</param>
/// <param name="Noise">Standard deviation of the noise in m/s²; legal 0 to 1000.</param>
/// <param name="SampleHz">Samples a second; legal 100 to 100000.</param>
/// <param name="Samples">Samples in a recording; legal 16 to 1048576.</param>
/// <param name="EveryHours">From the beginning of a recording to that of the next; legal 0.001 to 100000.</param>
public sealed record BearingVibrationOptions(
    double ShaftHz = 29.95,
    int Balls = 9,
    double BallMm = 7.94,
    double PitchMm = 39.04,
    double ContactDegrees = 0,
    BearingFault Fault = BearingFault.None,
    double Severity = 4,
    double ResonanceHz = 3200,
    double Damping = 0.04,
    double Slip = 0.01,
    double Unbalance = 0.3,
    double Noise = 0.4,
    double SampleHz = 12_000,
    int Samples = 4096,
    double EveryHours = 24);
