namespace SynthNotebooks.Generators.Industry.Manufacturing.Bearings;

/// <summary>Something that turns evenly.</summary>
/// <param name="Hertz">Turns a second.</param>
/// <param name="Phase">Turn at time 0, 0 to 1.</param>
internal readonly record struct Rotation(double Hertz, double Phase)
{
    /// <summary>Sine of the angle at a time in seconds.</summary>
    public double Sine(double seconds)
    {
        var turns = seconds * Hertz + Phase;
        return Waves.Sin(2 * Math.PI * (turns - Math.Floor(turns)));
    }
}
