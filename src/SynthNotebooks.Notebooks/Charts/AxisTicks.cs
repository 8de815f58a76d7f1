using System.Globalization;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Round numbers along an axis.</summary>
/// <remarks>Steps of 1, 2 or 5 times a power of ten. Source: Heckbert, Nice Numbers for Graph Labels, Graphics Gems, 1990, doi:10.1016/B978-0-08-050753-8.50018-X.</remarks>
internal static class AxisTicks
{
    /// <summary>Ticks within a range, at most about <paramref name="most"/>.</summary>
    public static IReadOnlyList<double> Of(double low, double high, int most)
    {
        if (!(high > low) || !double.IsFinite(high - low)) return [low];
        var step = Step((high - low) / Math.Max(1, most));
        var ticks = new List<double>();
        for (var i = Math.Ceiling(low / step - 1e-9); i * step <= high + step * 1e-9 && ticks.Count < 50; i++) ticks.Add(i * step + 0.0);
        return ticks.Count == 0 ? [low] : ticks;
    }

    /// <summary>Short text of a number on an axis whose ticks are <paramref name="step"/> apart: 0.25, 40, 12k, 3.5M.</summary>
    public static string Label(double value, double step)
    {
        var magnitude = Math.Max(Math.Abs(value), Math.Abs(step));
        if (magnitude >= 1e15 || magnitude is > 0 and < 1e-4) return value.ToString("0.##e0", CultureInfo.InvariantCulture);
        var (unit, suffix) = magnitude switch { >= 1e12 => (1e12, "T"), >= 1e9 => (1e9, "G"), >= 1e6 => (1e6, "M"), >= 1e4 => (1e3, "k"), _ => (1.0, "") };
        if (value == 0) return "0";
        var decimals = step > 0 ? Math.Clamp((int)Math.Ceiling(-Math.Log10(step / unit) - 1e-9), 0, 4) : 2;
        return (value / unit).ToString(decimals == 0 ? "0" : "0." + new string('#', decimals), CultureInfo.InvariantCulture) + suffix;
    }

    /// <summary>Short text of days since 0001-01-01: a year, a month or a day, by the length of the axis.</summary>
    public static string DateLabel(double days, double span)
    {
        if (!(days >= 0 && days < 3652059)) return "";
        var date = DateTime.MinValue.AddDays(Math.Round(days));
        return date.ToString(span > 1500 ? "yyyy" : span > 120 ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static double Step(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var share = rough / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }
}
