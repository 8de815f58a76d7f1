using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Columns from decimal numbers in the units of <see cref="RowArithmetic"/>: days for dates, seconds for time stamps.</summary>
internal static class DecimalColumn
{
    /// <summary>A column of the kind, decimals and format told; what the kind cannot hold is missing.</summary>
    public static Column Of(ColumnSchema target, decimal[] values, bool[] missing)
    {
        switch (target.Kind)
        {
            case ColumnKind.Real:
                var decimals = DecimalsOf(target);
                var reals = new double[values.Length];
                for (var row = 0; row < reals.Length; row++)
                    reals[row] = missing[row] ? double.NaN : (double)(decimals is { } places ? Math.Round(values[row], places, MidpointRounding.AwayFromZero) : values[row]);
                return new DoubleColumn(target.Name, reals, target.Format);
            case ColumnKind.Date:
                var days = new int[values.Length];
                for (var row = 0; row < days.Length; row++) days[row] = (int)Whole(values[row], 0, DateOnly.MaxValue.DayNumber, ref missing[row]);
                return new DateColumn(target.Name, days, NullMask.Of(missing), target.Format);
            case ColumnKind.Timestamp:
                var ticks = new long[values.Length];
                for (var row = 0; row < ticks.Length; row++)
                    ticks[row] = (long)Whole(Math.Abs(values[row]) < 1e12m ? values[row] * TimeSpan.TicksPerSecond : -1, 0, DateTime.MaxValue.Ticks, ref missing[row]);
                return new TimestampColumn(target.Name, ticks, NullMask.Of(missing), target.Format);
            default:
                var integers = new long[values.Length];
                for (var row = 0; row < integers.Length; row++) integers[row] = (long)Whole(values[row], long.MinValue, long.MaxValue, ref missing[row]);
                return new Int64Column(target.Name, integers, NullMask.Of(missing), target.Format);
        }
    }

    /// <summary>The distance of neighbouring values of a column; null for reals of any number of decimals.</summary>
    public static decimal? Unit(ColumnSchema column) => column.Kind switch
    {
        ColumnKind.Real => DecimalsOf(column) is { } decimals ? new decimal(1, 0, 0, false, (byte)decimals) : null,
        ColumnKind.Timestamp => 1m / TimeSpan.TicksPerSecond,
        _ => 1,
    };

    /// <summary>The smallest value of a grid that is not below a number.</summary>
    public static decimal Above(decimal value, decimal? unit)
    {
        if (unit is not { } step || Math.Abs(value / step) > 7e27m) return value;
        return decimal.Ceiling(value / step) * step;
    }

    private static int? DecimalsOf(ColumnSchema column) => column.Format?.Decimals ?? column.Decimals;

    private static decimal Whole(decimal value, long low, long high, ref bool missing)
    {
        var rounded = Math.Round(value, MidpointRounding.AwayFromZero);
        missing |= rounded < low || rounded > high;
        return missing ? 0 : rounded;
    }
}
