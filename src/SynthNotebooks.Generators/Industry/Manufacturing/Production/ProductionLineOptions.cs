namespace SynthNotebooks.Generators.Industry.Manufacturing.Production;

/// <summary>Options of <see cref="ProductionLineProcess"/>. Defaults: a turned shaft of 25 mm with a tolerance of ± 0.06 mm.</summary>
/// <param name="Target">Dimension that is meant, in mm; legal 0.001 to 100000.</param>
/// <param name="Lower">Lower limit of the specification in mm; legal 0 to 100000.</param>
/// <param name="Upper">Upper limit in mm, above the lower; legal 0 to 100000.</param>
/// <param name="Spread">Standard deviation of parts made one after the other, in mm; legal 1e-6 to 1000.</param>
/// <param name="SetUpSpread">Standard deviation of the offset that every set-up leaves, in mm; legal 0 to 1000.</param>
/// <param name="DriftPerPart">Change by tool wear with every part, in mm; legal -1 to 1.</param>
/// <param name="ToolLife">Parts after which the tool is changed; legal 1 to 1e6.</param>
/// <param name="BatchParts">Parts of a batch; each begins with a set-up; legal 1 to 1e6.</param>
/// <param name="CycleSeconds">Time from part to part; legal 0.1 to 86400.</param>
/// <param name="SetUpMinutes">Mean time of a set-up; legal 0 to 1440.</param>
/// <param name="Shifts">Shifts of 8 hours from Monday to Friday, from 6 o'clock on; legal 1 to 3.</param>
/// <param name="ShiftOffset">Offset of the last shift of the day in mm: another crew sets otherwise; legal -1000 to 1000.</param>
/// <param name="MeasureEvery">One part in so many is measured and makes a row; legal 1 to 100000.</param>
/// <param name="GaugeSpread">Standard deviation of the error of measurement in mm; legal 0 to 1000.</param>
public sealed record ProductionLineOptions(
    double Target = 25,
    double Lower = 24.94,
    double Upper = 25.06,
    double Spread = 0.012,
    double SetUpSpread = 0.004,
    double DriftPerPart = 0.00001,
    int ToolLife = 1500,
    int BatchParts = 400,
    double CycleSeconds = 45,
    double SetUpMinutes = 20,
    int Shifts = 2,
    double ShiftOffset = 0,
    int MeasureEvery = 1,
    double GaugeSpread = 0);
