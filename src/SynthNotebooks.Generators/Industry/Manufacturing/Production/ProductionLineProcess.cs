using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Manufacturing.Machines;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Production;

/// <summary>Measured parts of a production line: batches with set-ups, tools that wear and are changed, shifts.</summary>
/// <remarks>Dimension = target + set-up's offset + shift's offset + wear of the tool + spread. Cost: below a microsecond a part, constant memory.</remarks>
[Process("production-line", typeof(ProductionLineOptions))]
public sealed class ProductionLineProcess : IProcess
{
    private const double Hour = 3600;

    private readonly ProductionLineOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is not legal; the message tells which and what is.</exception>
    public ProductionLineProcess(ProductionLineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.Target, 0.001, 100_000);
        Require.InRange(options.Lower, 0, 100_000);
        Require.InRange(options.Upper, Math.BitIncrement(options.Lower), 100_000);
        Require.InRange(options.Spread, 1e-6, 1000);
        Require.InRange(options.SetUpSpread, 0, 1000);
        Require.InRange(options.DriftPerPart, -1, 1);
        Require.InRange(options.ToolLife, 1, 1e6);
        Require.InRange(options.BatchParts, 1, 1e6);
        Require.InRange(options.CycleSeconds, 0.1, 86_400);
        Require.InRange(options.SetUpMinutes, 0, 1440);
        Require.InRange(options.Shifts, 1, 3);
        Require.InRange(options.ShiftOffset, -1000, 1000);
        Require.InRange(options.MeasureEvery, 1, 100_000);
        Require.InRange(options.GaugeSpread, 0, 1000);
        _options = options;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns { get; } =
    [
        new("batch", ColumnKind.Integer),
        new("part", ColumnKind.Integer),
        new("shift", ColumnKind.Text) { Categories = ["early", "late", "night"] },
        new("tool_parts", ColumnKind.Integer),
        new("dimension", ColumnKind.Real, "mm") { Decimals = 4 },
        new("in_specification", ColumnKind.Boolean),
    ];

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var schedule = new WorkSchedule(_options.Shifts, Weekend: false, Ambient: 0);
        var (making, gauge, settings) = (run.Random.Split(0), run.Random.Split(1), run.Random.Split(2));
        var (time, batch, made, tool, offset) = (run.Start, 0, 0L, 0, 0.0);
        while (true)
        {
            while (time < run.End && !schedule.Works(time)) time = (Math.Floor(time / Hour) + 1) * Hour;
            if (time >= run.End) return;
            if (made % 4096 == 0) run.Cancellation.ThrowIfCancellationRequested();
            if (made == (long)batch * _options.BatchParts)
            {
                batch++;
                offset = _options.SetUpSpread * settings.NextNormal();
                time -= _options.SetUpMinutes * 60 * PortableMath.Log(settings.NextOpenDouble());
                continue; // the shift may have ended meanwhile
            }
            if (tool == _options.ToolLife) tool = 0;
            var shift = Shift(time);
            var dimension = _options.Target + offset + (shift == _options.Shifts - 1 ? _options.ShiftOffset : 0) + _options.DriftPerPart * tool + _options.Spread * making.NextNormal();
            if (made % _options.MeasureEvery == 0)
            {
                var measured = dimension + _options.GaugeSpread * gauge.NextNormal();
                rows.Add(time, batch, made + 1, shift, tool, measured, measured >= _options.Lower && measured <= _options.Upper ? 1 : 0);
            }
            (made, tool, time) = (made + 1, tool + 1, time + _options.CycleSeconds);
        }
    }

    private static int Shift(double seconds)
    {
        var hour = seconds / Hour - 6;
        return (int)((hour - 24 * Math.Floor(hour / 24)) / 8);
    }
}
