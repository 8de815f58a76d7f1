using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Telecom.Cells;

/// <summary>When a cell is off the air: faults come at random and take a log-normal time to mend, maintenance is planned.</summary>
internal sealed class CellOutages
{
    private const double Hour = 3600, Day = 24 * Hour, Year = 365 * Day;
    private const double MaintenanceStart = 3 * Hour, MaintenanceLength = 2 * Hour;

    private readonly CellLoadOptions _options;
    private readonly SplitRandom _random;
    private readonly long _firstMaintenance; // day number
    private double _nextFault, _backAt = double.NegativeInfinity, _repair = double.NaN;

    public CellOutages(CellLoadOptions options, double start, SplitRandom random)
    {
        (_options, _random) = (options, random);
        _firstMaintenance = (long)Math.Floor(start / Day) + (options.MaintenanceDays > 0 ? random.NextBelow(options.MaintenanceDays) : 0);
        _nextFault = start + Gap();
    }

    /// <summary>Labels; the first means that the cell is on the air.</summary>
    public static IReadOnlyList<string> Labels { get; } = ["up", "fault", "maintenance"];

    /// <summary>Position in <see cref="Labels"/> at a time; times must not go back.</summary>
    public int At(double time)
    {
        while (_nextFault <= time)
        {
            _repair = _options.RepairHours * PortableMath.Exp(_options.RepairSpread * _random.NextNormal());
            _backAt = _nextFault + _repair * Hour;
            _nextFault = _backAt + Gap(); // what is off the air does not fail
        }
        return time < _backAt ? 1 : InMaintenance(time) ? 2 : 0;
    }

    /// <summary>Hours that the last fault took to mend, told once, when it is over; otherwise NaN. Of several faults between two calls the last is told.</summary>
    public double Recovery(double time)
    {
        if (time < _backAt || double.IsNaN(_repair)) return double.NaN;
        var repair = _repair;
        _repair = double.NaN;
        return repair;
    }

    private double Gap() => _options.FaultsAYear > 0 ? -PortableMath.Log(_random.NextOpenDouble()) * Year / _options.FaultsAYear : double.PositiveInfinity;

    private bool InMaintenance(double time)
    {
        if (_options.MaintenanceDays == 0) return false;
        var day = (long)Math.Floor(time / Day);
        var second = time - day * Day;
        return day >= _firstMaintenance && (day - _firstMaintenance) % _options.MaintenanceDays == 0 && second is >= MaintenanceStart and < MaintenanceStart + MaintenanceLength;
    }
}
