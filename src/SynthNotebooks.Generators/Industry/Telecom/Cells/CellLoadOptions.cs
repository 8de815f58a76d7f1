namespace SynthNotebooks.Generators.Industry.Telecom.Cells;

/// <summary>Options of <see cref="CellLoadProcess"/>.</summary>
/// <param name="Area">Whom the cell serves.</param>
/// <param name="CapacityMbps">What the cell can carry in Mbit/s; legal 1 to 100000.</param>
/// <param name="MeanShare">Mean demand as a share of the capacity; legal 0 to 5.</param>
/// <param name="EveryMinutes">From one row to the next; legal 1 to 1440.</param>
/// <param name="Persistence">Correlation of the demand's deviation from its cycle with that an hour before; legal 0 to 0.99.</param>
/// <param name="Spread">Standard deviation of the logarithm of that deviation; legal 0 to 2.</param>
/// <param name="FaultsAYear">Faults that take the cell off the air, in the mean; legal 0 to 1000.</param>
/// <param name="RepairHours">Median time until it is back; legal 0.1 to 1000.</param>
/// <param name="RepairSpread">Standard deviation of the logarithm of that time; legal 0 to 3.</param>
/// <param name="MaintenanceDays">Days from one planned outage to the next, at 3 o'clock at night for two hours; 0: none; legal 0 to 3650.</param>
public sealed record CellLoadOptions(
    CellArea Area = CellArea.Residential,
    double CapacityMbps = 150,
    double MeanShare = 0.35,
    double EveryMinutes = 60,
    double Persistence = 0.8,
    double Spread = 0.25,
    double FaultsAYear = 4,
    double RepairHours = 3,
    double RepairSpread = 0.8,
    int MaintenanceDays = 60);
