using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Machines;

/// <summary>Readings of a pump's sensors through shifts, wear, failures, repairs and maintenance.</summary>
/// <remarks>
/// <para>Each mode of failure has a part whose wear is a gamma process in hours of load; the sensors show the wear by the mode's signature, see
/// <see cref="FailureMode"/>. A part that breaks stops the machine until it is replaced; preventive maintenance takes a share of all wear away.
/// <c>hours_to_failure</c> counts hours on the clock until the machine next breaks and is missing after its last failure.</para>
/// <para>Cost: about a microsecond a row; the readings of one machine are kept in memory until its future is known.</para>
/// </remarks>
[Process("machine-sensors", typeof(MachineSensorsOptions))]
public sealed class MachineSensorsProcess : IProcess
{
    private const int Sensors = 6;
    private const int MostReadings = 20_000_000; // 11 numbers each are kept
    private const double MaintenanceHours = 4;

    private readonly MachineSensorsOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is not legal; the message tells which and what is.</exception>
    public MachineSensorsProcess(MachineSensorsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.EveryMinutes, 0.1, 1440);
        Require.InRange(options.MeanLifeHours, 10, 1e6);
        Require.InRange(options.Age, 0, 0.99);
        Require.InRange(options.Shifts, 1, 3);
        Require.InRange(options.Ambient, -40, 60);
        Require.InRange(options.Speed, 60, 30_000);
        Require.InRange(options.MaintenanceDays, 0, 3650);
        Require.InRange(options.Restoration, 0, 1);
        Require.InRange(options.FaultRate, 0, 1);
        _options = options;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns { get; } =
    [
        new("state", ColumnKind.Text) { Categories = ["running", "idle", "maintenance", "repair"] },
        new("load", ColumnKind.Real) { Decimals = 3 },
        new("temperature", ColumnKind.Real, "°C") { Decimals = 2 },
        new("pressure", ColumnKind.Real, "bar") { Decimals = 3 },
        new("vibration", ColumnKind.Real, "mm/s") { Decimals = 3 },
        new("acoustic", ColumnKind.Real, "dB") { Decimals = 1 },
        new("flow", ColumnKind.Real, "m³/h") { Decimals = 2 },
        new("speed", ColumnKind.Real, "1/min") { Decimals = 0 },
        new("sensor_fault", ColumnKind.Text) { Categories = SensorFaults.Labels },
        new("failure", ColumnKind.Text) { Categories = ["none", .. FailureMode.All.Select(mode => mode.Name)] },
        new("hours_to_failure", ColumnKind.Real, "h") { Decimals = 2 },
    ];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The period has more than 20 million readings.</exception>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var step = _options.EveryMinutes * 60;
        var readings = Math.Max(0, Math.Ceiling((run.End - run.Start) / step));
        if (readings > MostReadings)
            throw new ArgumentException(FormattableString.Invariant($"A reading every {_options.EveryMinutes} minutes makes {readings} in the period; a machine has {MostReadings} at most."), nameof(run));
        var count = (int)readings;
        var log = new MachineLog(Columns.Count, count);
        Operate(run, log, step);
        log.CountDown(step / 3600);
        for (var i = 0; i < count; i++) rows.Add(run.Start + i * step, log[i]);
    }

    private void Operate(ProcessRun run, MachineLog log, double step)
    {
        var hours = step / 3600;
        var schedule = new WorkSchedule(_options.Shifts, _options.Weekend, _options.Ambient);
        var parts = new MachineParts(_options.MeanLifeHours, _options.Age, run.Random.Split(0));
        var (work, noise) = (run.Random.Split(1), run.Random.Split(2));
        var faults = new SensorFaults(_options.FaultRate, run.Random.Split(3));
        var untilMaintenance = _options.MaintenanceDays > 0 ? _options.MaintenanceDays * 24 * work.NextOpenDouble() : double.PositiveInfinity;
        var (reading, load, stopped, stoppedFor) = (new SensorReading(), 0.8, 0.0, MachineState.Idle);
        Span<double> sensors = stackalloc double[Sensors];
        for (var i = 0; i < log.Count; i++)
        {
            if (i % 4096 == 0) run.Cancellation.ThrowIfCancellationRequested();
            var time = run.Start + i * step;
            (stopped, untilMaintenance) = (stopped - hours, untilMaintenance - hours);
            if (stopped <= 0 && untilMaintenance <= 0)
            {
                parts.Maintain(_options.Restoration);
                (stopped, stoppedFor, untilMaintenance) = (MaintenanceHours, MachineState.Maintenance, _options.MaintenanceDays * 24);
            }
            var state = stopped > 0 ? stoppedFor : schedule.Works(time) ? MachineState.Running : MachineState.Idle;
            load = Math.Clamp(0.8 + 0.85 * (load - 0.8) + 0.06 * work.NextNormal(), 0.3, 1); // the order book's ups and downs, autoregressive
            var effective = state == MachineState.Running ? load : 0;
            var broken = effective > 0 ? parts.Work(effective * hours) : -1;
            reading.Next(effective, parts.Wear, schedule.HallTemperature(time), _options.Speed, hours, noise);
            (sensors[0], sensors[1], sensors[2]) = (reading.Temperature, reading.Pressure, reading.Vibration);
            (sensors[3], sensors[4], sensors[5]) = (reading.Acoustic, reading.Flow, reading.Speed);
            var fault = faults.Apply(sensors, hours);
            log.Set(i, (int)state, effective, sensors, fault, broken + 1);
            if (broken < 0) continue;
            parts.Replace(broken);
            (stopped, stoppedFor) = (FailureMode.All[broken].RepairHours * (0.5 - PortableMath.Log(work.NextOpenDouble()) / 2) + hours, MachineState.Repair);
        }
    }
}
