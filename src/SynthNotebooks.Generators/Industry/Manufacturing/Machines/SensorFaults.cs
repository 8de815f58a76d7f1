using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Machines;

/// <summary>Sensors that freeze, spike or fall silent for a while; labelled.</summary>
internal sealed class SensorFaults(double hourlyRate, SplitRandom random)
{
    /// <summary>Labels; the first means that all is well.</summary>
    public static readonly string[] Labels = ["none", "frozen", "spike", "gap"];

    private const double MeanHours = 6;

    private double _hoursLeft, _held;
    private int _label, _sensor;

    /// <summary>Spoils the readings of one step.</summary>
    /// <param name="sensors">Changed where a fault is.</param>
    /// <param name="hours">Length of the step.</param>
    /// <returns>Position in <see cref="Labels"/>.</returns>
    public int Apply(Span<double> sensors, double hours)
    {
        _hoursLeft -= hours;
        if (_hoursLeft <= 0) Begin(sensors, hours);
        if (_label == 1) sensors[_sensor] = _held;
        else if (_label == 2) sensors[_sensor] *= 3;
        else if (_label == 3) sensors[_sensor] = double.NaN;
        return _label;
    }

    private void Begin(ReadOnlySpan<double> sensors, double hours)
    {
        _label = 0;
        _hoursLeft = 0;
        if (random.NextDouble() >= 1 - PortableMath.Exp(-hourlyRate * hours)) return;
        _sensor = random.NextBelow(sensors.Length);
        _held = sensors[_sensor];
        _label = 1 + random.NextBelow(3);
        _hoursLeft = _label == 2 ? hours : -PortableMath.Log(random.NextOpenDouble()) * MeanHours; // a spike lasts one reading
    }
}
