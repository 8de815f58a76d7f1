namespace SynthNotebooks.Generators.Industry.Manufacturing.Machines;

/// <summary>When a machine is meant to work, and how warm the hall is.</summary>
/// <param name="Shifts">1 to 3 of 8 hours, from 6 o'clock on.</param>
/// <param name="Weekend">Whether on Saturdays and Sundays too.</param>
/// <param name="Ambient">°C at midday in spring.</param>
internal readonly record struct WorkSchedule(int Shifts, bool Weekend, double Ambient)
{
    private const double Hour = 3600, Day = 86_400, Year = 365.25 * Day;

    public bool Works(double seconds)
    {
        var sinceSix = seconds - 6 * Hour; // a night shift belongs to the day on which it began
        var day = (long)Math.Floor(sinceSix / Day);
        var weekday = ((day + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday; 0 is Monday
        return (Weekend || weekday < 5) && sinceSix - day * Day < Shifts * 8 * Hour;
    }

    /// <summary>Warmest at three in the afternoon and in July.</summary>
    public double HallTemperature(double seconds) =>
        Ambient + 2.5 * Waves.Sin(2 * Math.PI * Fraction(seconds / Day - 9.0 / 24)) + 5 * Waves.Sin(2 * Math.PI * Fraction(seconds / Year - 0.3));

    private static double Fraction(double x) => x - Math.Floor(x);
}
