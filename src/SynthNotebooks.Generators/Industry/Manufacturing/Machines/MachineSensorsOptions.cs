namespace SynthNotebooks.Generators.Industry.Manufacturing.Machines;

/// <summary>Options of <see cref="MachineSensorsProcess"/>.</summary>
/// <param name="EveryMinutes">From one reading to the next; legal 0.1 to 1440.</param>
/// <param name="MeanLifeHours">Hours of full load after which bearings fail in the mean; the other modes are in proportion; legal 10 to 1e6.</param>
/// <param name="Age">Share of its life that every part has behind it at the start: uniform from 0 to this; legal 0 to 0.99.</param>
/// <param name="Shifts">Shifts of 8 hours worked from Monday to Friday, from 6 o'clock on; legal 1 to 3.</param>
/// <param name="Weekend">Whether the machine works at weekends as well.</param>
/// <param name="Ambient">Temperature of the hall in °C at midday in spring; legal -40 to 60.</param>
/// <param name="Speed">Turns of the shaft a minute at full load; legal 60 to 30000.</param>
/// <param name="MaintenanceDays">Days from one preventive maintenance to the next; 0: none; legal 0 to 3650.</param>
/// <param name="Restoration">Share of the wear that maintenance takes away; legal 0 to 1.</param>
/// <param name="FaultRate">Sensor faults (a frozen value, a spike or a gap) an hour; legal 0 to 1.</param>
public sealed record MachineSensorsOptions(
    double EveryMinutes = 60,
    double MeanLifeHours = 2000,
    double Age = 0.6,
    int Shifts = 2,
    bool Weekend = false,
    double Ambient = 20,
    double Speed = 1480,
    double MaintenanceDays = 90,
    double Restoration = 0.6,
    double FaultRate = 0.001);
