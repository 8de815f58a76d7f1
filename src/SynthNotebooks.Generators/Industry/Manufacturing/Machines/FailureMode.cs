using System.Collections.Immutable;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Machines;

/// <summary>A way in which a pump fails, and what its sensors show of the wear before.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="LifeShare">Mean life in proportion to the machine's mean life.</param>
/// <param name="Spread">Standard deviation of a life, as a share of its mean.</param>
/// <param name="Temperature">Rise at full wear, in K.</param>
/// <param name="Pressure">Change at full wear, as a share.</param>
/// <param name="Vibration">Rise at full wear, in mm/s.</param>
/// <param name="Acoustic">Rise at full wear, in dB.</param>
/// <param name="Flow">Change at full wear, as a share.</param>
/// <param name="RepairHours">Mean time that a repair takes.</param>
internal sealed record FailureMode(
    string Name, double LifeShare, double Spread, double Temperature, double Pressure, double Vibration, double Acoustic, double Flow, double RepairHours)
{
    /// <summary>
    /// The signatures are those that maintenance handbooks describe, in round numbers of our own: a bearing shakes, sounds and warms; a seal loses
    /// pressure and flow; a clogged cooler warms; cavitation sounds and takes flow.
    /// </summary>
    public static ImmutableArray<FailureMode> All { get; } =
    [
        new("bearing", 1.0, 0.25, 9, 0, 5.5, 9, 0, 16),
        new("seal", 1.3, 0.35, 2, -0.18, 0.4, 2, -0.14, 8),
        new("cooling", 1.6, 0.30, 24, 0.02, 0.2, 1, -0.02, 6),
        new("cavitation", 1.9, 0.40, 1, -0.08, 1.8, 12, -0.20, 12),
    ];
}
