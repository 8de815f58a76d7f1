using System.Globalization;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Values as text.</summary>
internal static class Texts
{
    /// <summary>The category of a code; null for a missing one.</summary>
    public static string? OfCode(double code, string[] categories) => code >= 0 ? categories[(int)code] : null;

    /// <summary>A value in invariant spelling; null for a missing one.</summary>
    public static string? Of(double value, CellKind kind) => double.IsNaN(value) ? null : kind switch
    {
        CellKind.Boolean => value != 0 ? "true" : "false",
        CellKind.Date => Moment(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Time => Moment(value).ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture),
        CellKind.Integer => ((long)value).ToString(CultureInfo.InvariantCulture),
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>A value in a .NET format such as <c>0.00</c>, <c>000000</c> or <c>yyyy-MM-dd</c>.</summary>
    public static string? Format(double value, CellKind kind, string format) => double.IsNaN(value) ? null
        : kind is CellKind.Date or CellKind.Time ? Moment(value).ToString(format, CultureInfo.InvariantCulture)
        : value == Math.Floor(value) && Math.Abs(value) < 1e15 ? Whole((long)value, format)
        : kind is CellKind.Integer or CellKind.Boolean ? Large(value, format)
        : value.ToString(format, CultureInfo.InvariantCulture);

    public static DateTime Moment(double seconds)
    {
        var ticks = Math.Round(Math.Clamp(seconds, -62135596800, 253402300799) * 1000) * TimeSpan.TicksPerMillisecond;
        return DateTime.UnixEpoch.AddTicks((long)ticks);
    }

    // Formats of whole numbers such as D or X do not exist for doubles
    private static string Large(double value, string format) => double.IsFinite(value) && value == Math.Floor(value)
        ? new System.Numerics.BigInteger(value).ToString(format, CultureInfo.InvariantCulture)
        : value.ToString(CultureInfo.InvariantCulture);

    private static string Whole(long value, string format)
    {
        if (format.Length is 0 or > 18 || value < 0 || format.AsSpan().ContainsAnyExcept('0')) return value.ToString(format, CultureInfo.InvariantCulture);
        return string.Create(Math.Max(format.Length, Digits(value)), value, static (span, left) =>
        {
            for (var i = span.Length - 1; i >= 0; i--)
            {
                span[i] = (char)('0' + left % 10);
                left /= 10;
            }
        });
    }

    private static int Digits(long value)
    {
        var digits = 1;
        while (value >= 10)
        {
            value /= 10;
            digits++;
        }
        return digits;
    }
}
