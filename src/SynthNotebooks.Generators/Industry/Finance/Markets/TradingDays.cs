namespace SynthNotebooks.Generators.Industry.Finance.Markets;

/// <summary>Days on which the invented exchange is open: Monday to Friday without the six closing days of the euro area's payment system.</summary>
/// <remarks>
/// Closed on 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December, the long-term calendar of closing days of T2 (European Central
/// Bank). Easter by the Gregorian computus: Meeus, Astronomical Algorithms, 2nd ed. 1998, chapter 8.
/// </remarks>
public static class TradingDays
{
    private const double SecondsOfDay = 86_400;
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Whether there is trading on a day.</summary>
    public static bool IsOpen(DateOnly day)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return false;
        if ((day.Month, day.Day) is (1, 1) or (5, 1) or (12, 25) or (12, 26)) return false;
        var afterEaster = day.DayNumber - EasterSunday(day.Year).DayNumber;
        return afterEaster is not (-2 or 1);
    }

    /// <summary>Midnights of the open days from <paramref name="start"/> on and before <paramref name="end"/>, in seconds since 1970-01-01.</summary>
    public static IEnumerable<double> Between(double start, double end)
    {
        for (var day = (int)Math.Ceiling(start / SecondsOfDay); day * SecondsOfDay < end; day++)
            if (IsOpen(DateOnly.FromDayNumber(Epoch + day))) yield return day * SecondsOfDay;
    }

    /// <summary>Easter Sunday of a year of the Gregorian calendar.</summary>
    public static DateOnly EasterSunday(int year)
    {
        int golden = year % 19, century = year / 100, ofCentury = year % 100;
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var days = epact + weekday - 7 * late + 114;
        return new(year, days / 31, days % 31 + 1);
    }
}
