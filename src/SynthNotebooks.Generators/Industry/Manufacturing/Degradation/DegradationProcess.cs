using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Degradation;

/// <summary>Inspections of a part that wears until it fails, see <see cref="Wear"/>.</summary>
/// <remarks>A failure is seen at the first inspection at which the true wear has reached the threshold. Cost: below a microsecond a row, constant memory.</remarks>
[Process("degradation", typeof(DegradationOptions))]
public sealed class DegradationProcess : IProcess
{
    private readonly DegradationOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is not legal; the message tells which and what is.</exception>
    public DegradationProcess(DegradationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.Rate, 1e-9, 1e6);
        Require.InRange(options.Spread, 0, 1e6);
        Require.InRange(options.Threshold, 1e-9, 1e9);
        Require.InRange(options.EveryHours, 0.001, 100_000);
        Require.InRange(options.MeasurementNoise, 0, 1e6);
        _options = options;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns { get; } =
    [
        new("part", ColumnKind.Integer),
        new("age_hours", ColumnKind.Real, "h") { Decimals = 3 },
        new("wear", ColumnKind.Real) { Decimals = 6 },
        new("failed", ColumnKind.Boolean),
    ];

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var wearing = new Wear(_options.Path, _options.Rate, _options.Spread);
        var (path, inspection) = (run.Random.Split(0), run.Random.Split(1));
        var (part, wear, age) = (0, 0.0, 0.0);
        for (long step = 1; ; step++)
        {
            var time = run.Start + step * _options.EveryHours * 3600;
            if (time >= run.End) return;
            if (step % 4096 == 0) run.Cancellation.ThrowIfCancellationRequested();
            wear += wearing.Increment(_options.EveryHours, path);
            age += _options.EveryHours;
            var failed = wear >= _options.Threshold;
            rows.Add(time, part, age, wear + _options.MeasurementNoise * inspection.NextNormal(), failed ? 1 : 0);
            if (!failed) continue;
            if (!_options.Renew) return;
            (part, wear, age) = (part + 1, 0, 0);
        }
    }
}
