namespace SynthNotebooks.Generators.Industry.Manufacturing.Degradation;

/// <summary>Options of <see cref="DegradationProcess"/>.</summary>
/// <param name="Path">Wiener or gamma process.</param>
/// <param name="Rate">Mean wear in an hour; legal 1e-9 to 1e6.</param>
/// <param name="Spread">Standard deviation of the wear in an hour; legal 0 to 1e6.</param>
/// <param name="Threshold">Wear at which the part fails; legal 1e-9 to 1e9.</param>
/// <param name="EveryHours">From one inspection to the next; legal 0.001 to 100000.</param>
/// <param name="MeasurementNoise">Standard deviation of the error of an inspection; legal 0 to 1e6.</param>
/// <param name="Renew">Whether a failed part is replaced by a new one; otherwise its failure ends the rows.</param>
public sealed record DegradationOptions(
    DegradationPath Path = DegradationPath.Gamma,
    double Rate = 0.001,
    double Spread = 0.005,
    double Threshold = 1,
    double EveryHours = 12,
    double MeasurementNoise = 0,
    bool Renew = true);
