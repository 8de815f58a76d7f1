using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Bearings;

/// <summary>Recordings of an accelerometer on a bearing: the shaft's unbalance, noise, and the ringing after each strike of a fault.</summary>
/// <remarks>
/// <para>A strike excites one resonance, which decays; strikes come at the fault's frequency with a little slip, so that lines of high order
/// smear out; their force follows the load zone: constant on the outer race, with the shaft on the inner race, with the cage on a ball.
/// Sources: McFadden, Smith, Journal of Sound and Vibration 96(1), 1984, doi:10.1016/0022-460X(84)90595-9; Randall, Antoni, 2011,
/// doi:10.1016/j.ymssp.2010.07.017.</para>
/// <para>Cost: some 100 ns a sample; memory is one recording.</para>
/// </remarks>
[Process("bearing-vibration", typeof(BearingVibrationOptions))]
public sealed class BearingVibrationProcess : IProcess
{
    private readonly BearingVibrationOptions _options;
    private readonly BearingGeometry _geometry;

    /// <exception cref="ArgumentOutOfRangeException">An option is not legal; the message tells which and what is.</exception>
    public BearingVibrationProcess(BearingVibrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.ShaftHz, 0.5, 500);
        Require.InRange(options.Balls, 3, 100);
        Require.InRange(options.BallMm, 0.5, 200);
        Require.InRange(options.PitchMm, options.BallMm * 1.01, 2000);
        Require.InRange(options.ContactDegrees, 0, 60);
        Require.InRange(options.Severity, 0, 1000);
        Require.InRange(options.SampleHz, 100, 100_000);
        Require.InRange(options.ResonanceHz, 50, options.SampleHz / 2);
        Require.InRange(options.Damping, 0.005, 0.5);
        Require.InRange(options.Slip, 0, 0.1);
        Require.InRange(options.Unbalance, 0, 1000);
        Require.InRange(options.Noise, 0, 1000);
        Require.InRange(options.Samples, 16, 1 << 20);
        Require.InRange(options.EveryHours, Math.Max(0.001, options.Samples / options.SampleHz / 3600), 100_000);
        _options = options;
        _geometry = new(options.Balls, options.BallMm, options.PitchMm, options.ContactDegrees);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns { get; } =
    [
        new("recording", ColumnKind.Integer),
        new("sample", ColumnKind.Integer),
        new("acceleration", ColumnKind.Real, "m/s²") { Decimals = 4 },
    ];

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var signal = new double[_options.Samples];
        var recording = 0;
        for (var start = run.Start; start + signal.Length / _options.SampleHz <= run.End; start = run.Start + recording * _options.EveryHours * 3600)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            Record(signal, run.Random.Split((ulong)recording));
            for (var i = 0; i < signal.Length; i++) rows.Add(start + i / _options.SampleHz, recording, i, signal[i]);
            recording++;
        }
    }

    private void Record(double[] signal, SplitRandom random)
    {
        var shaft = new Rotation(_options.ShaftHz, random.NextDouble());
        for (var i = 0; i < signal.Length; i++)
            signal[i] = _options.Unbalance * shaft.Sine(i / _options.SampleHz) + _options.Noise * random.NextNormal();
        var strikeHz = _geometry.FaultHz(_options.Fault, _options.ShaftHz);
        if (!(strikeHz > 0) || _options.Severity == 0) return;
        var ringing = new Ringing(_options.ResonanceHz, _options.Damping, _options.SampleHz);
        var zone = LoadZone(random.NextDouble());
        var end = signal.Length / _options.SampleHz;
        for (var time = (random.NextDouble() - ringing.Seconds * strikeHz) / strikeHz; time < end; time += Math.Max(0.1, 1 + _options.Slip * random.NextNormal()) / strikeHz)
            ringing.Add(signal, time, _options.Severity * zone(time));
    }

    // Share of the full force at a time.
    private Func<double, double> LoadZone(double phase)
    {
        if (_options.Fault is BearingFault.OuterRace or BearingFault.Cage) return _ => 1;
        var turn = new Rotation(_options.Fault == BearingFault.InnerRace ? _options.ShaftHz : _geometry.CageHz(_options.ShaftHz), phase);
        return time => 0.5 + 0.5 * turn.Sine(time);
    }
}
