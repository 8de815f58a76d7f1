using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A factor of time: of the hour, the weekday (Monday first), the month, and of holidays.</summary>
internal sealed class Season(double[]? hours, double[]? weekdays, double[]? months, IReadOnlySet<long>? holidays = null, double holidayFactor = 1)
{
    public bool IsFlat { get; } = hours is null && weekdays is null && months is null && holidays is null;

    /// <summary>No factor is greater.</summary>
    public double Highest { get; } = Most(hours) * Most(weekdays) * Most(months) * (holidays is null ? 1 : Math.Max(1, holidayFactor));

    /// <param name="seconds">Since 1970-01-01, a Thursday.</param>
    public double At(double seconds)
    {
        var day = Math.Floor(seconds / Units.Day);
        var factor = 1.0;
        if (hours is not null) factor *= hours[Math.Min(23, (int)((seconds - day * Units.Day) / 3600))];
        if (weekdays is not null) factor *= weekdays[(int)(((long)day % 7 + 10) % 7)];
        if (months is not null) factor *= months[Texts.Moment(seconds).Month - 1];
        if (holidays is not null && holidays.Contains((long)day)) factor *= holidayFactor;
        return factor;
    }

    private static double Most(double[]? factors)
    {
        var most = factors is null ? 1 : 0.0;
        if (factors is not null)
            foreach (var factor in factors) most = Math.Max(most, factor);
        return most;
    }
}
