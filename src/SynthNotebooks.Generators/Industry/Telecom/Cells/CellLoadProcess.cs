using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Telecom.Cells;

/// <summary>Load and quality of a radio cell through days, weeks, faults and maintenance.</summary>
/// <remarks>
/// <para>Demand is the area's cycle, see <see cref="LoadProfile"/>, times the exponential of an autoregressive process of first order. What exceeds the
/// capacity is not carried. Latency grows as in a queue of one server, 1 / (1 − utilisation) (Kleinrock, Queueing Systems I, 1975), up to a full
/// buffer; calls drop more often as the cell fills. <c>recovery_hours</c> stands in the first row after a fault: how long the cell was off the air.</para>
/// <para>Cost: about a microsecond a row, constant memory.</para>
/// </remarks>
[Process("cell-load", typeof(CellLoadOptions))]
public sealed class CellLoadProcess : IProcess
{
    private const double IdleLatency = 22; // ms
    private const double FullBuffer = 0.97; // utilisation beyond which latency grows no more

    private readonly CellLoadOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is not legal; the message tells which and what is.</exception>
    public CellLoadProcess(CellLoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.CapacityMbps, 1, 100_000);
        Require.InRange(options.MeanShare, 0, 5);
        Require.InRange(options.EveryMinutes, 1, 1440);
        Require.InRange(options.Persistence, 0, 0.99);
        Require.InRange(options.Spread, 0, 2);
        Require.InRange(options.FaultsAYear, 0, 1000);
        Require.InRange(options.RepairHours, 0.1, 1000);
        Require.InRange(options.RepairSpread, 0, 3);
        Require.InRange(options.MaintenanceDays, 0, 3650);
        _options = options;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns { get; } =
    [
        new("status", ColumnKind.Text) { Categories = CellOutages.Labels },
        new("demand_mbps", ColumnKind.Real, "Mbit/s") { Decimals = 2 },
        new("carried_mbps", ColumnKind.Real, "Mbit/s") { Decimals = 2 },
        new("utilisation", ColumnKind.Real) { Decimals = 4 },
        new("congested", ColumnKind.Boolean),
        new("latency_ms", ColumnKind.Real, "ms") { Decimals = 1 },
        new("drop_rate", ColumnKind.Real) { Decimals = 5 },
        new("recovery_hours", ColumnKind.Real, "h") { Decimals = 3 },
    ];

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var (demandRandom, qualityRandom) = (run.Random.Split(0), run.Random.Split(1));
        var outages = new CellOutages(_options, run.Start, run.Random.Split(2));
        var step = _options.EveryMinutes * 60;
        var persistence = _options.Persistence > 0 ? PortableMath.Exp(PortableMath.Log(_options.Persistence) * _options.EveryMinutes / 60) : 0;
        var renewal = Math.Sqrt(1 - persistence * persistence);
        var deviation = demandRandom.NextNormal();
        for (long i = 0; ; i++)
        {
            var time = run.Start + i * step;
            if (time >= run.End) return;
            if (i % 4096 == 0) run.Cancellation.ThrowIfCancellationRequested();
            // The mean of a log-normal factor is 1 when half its variance is taken off.
            var factor = PortableMath.Exp(_options.Spread * deviation - _options.Spread * _options.Spread / 2);
            var demand = _options.CapacityMbps * _options.MeanShare * LoadProfile.At(_options.Area, time) * factor;
            deviation = persistence * deviation + renewal * demandRandom.NextNormal();
            Report(time, outages.At(time), outages.Recovery(time), demand, qualityRandom, rows);
        }
    }

    private void Report(double time, int status, double recovery, double demand, SplitRandom random, IProcessRows rows)
    {
        var (latencyNoise, dropNoise) = (PortableMath.Exp(0.1 * random.NextNormal()), PortableMath.Exp(0.3 * random.NextNormal()));
        if (status != 0)
        {
            rows.Add(time, status, demand, 0, double.NaN, 0, double.NaN, double.NaN, recovery);
            return;
        }
        var utilisation = demand / _options.CapacityMbps;
        var carried = Math.Min(1, utilisation);
        var latency = IdleLatency / (1 - Math.Min(FullBuffer, utilisation)) * latencyNoise;
        var drops = Math.Min(1, 0.002 * (1 + 24 * carried * carried * carried * carried) * dropNoise);
        rows.Add(time, 0, demand, carried * _options.CapacityMbps, carried, utilisation >= 0.9 ? 1 : 0, latency, drops, recovery);
    }
}
