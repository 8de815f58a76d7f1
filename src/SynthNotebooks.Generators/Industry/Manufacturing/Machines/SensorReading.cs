using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Machines;

/// <summary>What the sensors of a pump show at one moment.</summary>
internal struct SensorReading
{
    private const double Lag = 1.5; // hours in which the casing's temperature follows by 1 − 1/e
    private const double FullLoadRise = 32; // K above the hall

    public double Temperature, Pressure, Vibration, Acoustic, Flow, Speed;

    private double _casing;
    private bool _begun;

    /// <param name="load">0 to 1.</param>
    /// <param name="wear">By mode.</param>
    /// <param name="hall">°C.</param>
    /// <param name="speed">Turns a minute at full load.</param>
    /// <param name="hours">Since the last reading.</param>
    /// <param name="random">Six draws.</param>
    public void Next(double load, ReadOnlySpan<double> wear, double hall, double speed, double hours, SplitRandom random)
    {
        var (rise, pressure, vibration, acoustic, flow) = (FullLoadRise * load, 1.0, 0.0, 0.0, 1.0);
        for (var i = 0; i < wear.Length; i++)
        {
            var mode = FailureMode.All[i];
            var shown = Math.Min(1.2, wear[i] * wear[i] * wear[i]); // wear shows late
            rise += mode.Temperature * shown * load;
            pressure += mode.Pressure * shown;
            vibration += mode.Vibration * shown;
            acoustic += mode.Acoustic * shown;
            flow += mode.Flow * shown;
        }
        _casing = _begun ? _casing + (hall + rise - _casing) * (1 - PortableMath.Exp(-hours / Lag)) : hall + rise;
        _begun = true;
        Temperature = _casing + 0.4 * random.NextNormal();
        Pressure = Math.Max(0, 6.2 * load * load * pressure + 0.05 * random.NextNormal());
        Vibration = Math.Max(0.02, (0.15 + 1.6 * load + vibration * load) * PortableMath.Exp(0.08 * random.NextNormal()));
        Acoustic = 42 + 26 * load + acoustic * load + 0.8 * random.NextNormal();
        Flow = Math.Max(0, 118 * load * flow + 1.1 * random.NextNormal() * load);
        Speed = Math.Max(0, speed * load * (1 + 0.004 * random.NextNormal()));
    }
}
