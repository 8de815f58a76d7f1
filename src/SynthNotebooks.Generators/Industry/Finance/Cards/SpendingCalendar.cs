using SynthNotebooks.Generators.Industry.Finance.Markets;

namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>How many payments a day sees relative to the average, and at which hours.</summary>
/// <remarks>The figures are invented; their pattern is that of retail trade: Saturdays and December are busy, closing days are quiet, paydays bring people to the shops.</remarks>
internal static class SpendingCalendar
{
    public const int Payday = 25; // of the month

    // Sunday first, as DayOfWeek counts; each list has mean 1.
    private static readonly double[] Weekdays = [0.74, 0.92, 0.93, 0.96, 1.03, 1.17, 1.25];
    private static readonly double[] Months = [0.92, 0.91, 0.97, 0.98, 1.00, 1.01, 1.03, 1.00, 0.97, 0.99, 1.04, 1.18];
    private const double PaydayFactor = 1.15, ClosingDayFactor = 0.45;

    // By hour of the day: in shops, online, and in shops for the retired.
    private static readonly double[] Shops = [0.4, 0.2, 0.1, 0.1, 0.1, 0.4, 1.2, 2.5, 3.5, 4.5, 5.5, 6.5, 8.5, 7.5, 6, 6, 7, 9, 9.5, 7.5, 5.5, 4, 2.5, 1.2];
    private static readonly double[] Screens = [2, 1.1, 0.6, 0.4, 0.3, 0.4, 0.9, 1.8, 3, 4, 4.6, 4.8, 5.2, 5, 4.8, 4.8, 5, 5.4, 6, 7, 8.2, 8.6, 6.8, 4];
    private static readonly double[] Mornings = [0.1, 0.1, 0.1, 0.1, 0.1, 0.3, 1, 3, 7, 11, 13, 12, 9, 6, 6, 7, 7, 6, 4, 2.5, 1.5, 0.8, 0.4, 0.2];

    private static readonly double[] ShopSums = WeightedChoice.Sums(Shops), ScreenSums = WeightedChoice.Sums(Screens), MorningSums = WeightedChoice.Sums(Mornings);

    /// <summary>Expected payments of a day relative to the average day.</summary>
    public static double Factor(DateOnly day)
    {
        var factor = Weekdays[(int)day.DayOfWeek] * Months[day.Month - 1];
        if (day.Day is >= Payday and < Payday + 3) factor *= PaydayFactor;
        if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !TradingDays.IsOpen(day)) factor *= ClosingDayFactor;
        return factor;
    }

    /// <summary>Sums of the hours' weights, for <see cref="WeightedChoice.OfSums"/>.</summary>
    public static double[] Hours(Lifestyle lifestyle, bool online) => online ? ScreenSums : lifestyle == Lifestyle.Retired ? MorningSums : ShopSums;
}
