using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>The regular grid that a column's values lie on, e.g. whole numbers, cents, or full hours.</summary>
/// <param name="Offset">Smallest value, in the column's stored unit (integers, 10^−Decimals, days, ticks).</param>
/// <param name="Step">Distance of neighbouring grid points in that unit, at least 1.</param>
/// <param name="Decimals">Decimal places of a real column; 0 for the others.</param>
public sealed record NumberGrid(long Offset, long Step, int Decimals)
{
    private const ulong Exact = 9007199254740992; // 2⁵³

    /// <summary>Position of each value that is not missing, in row order; null when the values lie on no grid that doubles can count.</summary>
    public static (NumberGrid Grid, double[] Positions)? Of(Column column, int? decimals)
    {
        var (units, places) = column switch
        {
            Int64Column whole => (Present(whole.Values, whole, static value => value), 0),
            TimestampColumn times => (Present(times.Values, times, static value => value), 0),
            DateColumn days => (Present(days.Values, days, static value => value), 0),
            DoubleColumn real => (Scaled(real.Values, decimals), decimals ?? 0),
            _ => (null, 0),
        };
        if (units is not { Length: > 0 }) return null;
        long low = units[0], high = units[0];
        foreach (var unit in units)
        {
            low = Math.Min(low, unit);
            high = Math.Max(high, unit);
        }
        ulong range = unchecked((ulong)(high - low)), step = 0;
        foreach (var unit in units)
        {
            step = GreatestCommonDivisor(unchecked((ulong)(unit - low)), step);
            if (step == 1) break;
        }
        if (step is 0 or > long.MaxValue) step = 1;
        if (range / step >= Exact)
        {
            if (column is DoubleColumn) return null;
            while (range / step >= Exact) step *= 2; // the last digits of such numbers are lost
        }
        var grid = new NumberGrid(low, (long)step, places);
        var positions = new double[units.Length];
        for (var i = 0; i < units.Length; i++) positions[i] = unchecked((ulong)(units[i] - low)) / step;
        return (grid, positions);
    }

    /// <summary>The stored unit at a position.</summary>
    public long Unit(double position) => unchecked(Offset + Step * (long)position);

    private static long[] Present<T>(ReadOnlySpan<T> values, Column column, Func<T, long> unit)
    {
        var units = new long[column.Length - column.NullCount];
        var at = 0;
        for (var row = 0; row < values.Length; row++)
            if (!column.IsNull(row)) units[at++] = unit(values[row]);
        return units;
    }

    private static long[]? Scaled(ReadOnlySpan<double> values, int? decimals)
    {
        if (decimals is not (>= 0 and <= 15)) return null;
        var scale = PowerOfTen(decimals.Value);
        var units = new List<long>(values.Length);
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            var unit = Math.Round(value * scale);
            if (!(Math.Abs(unit) < Exact) || unit / scale != value) return null;
            units.Add((long)unit);
        }
        return [.. units];
    }

    /// <summary>10 to a power of 0 to 22, exactly.</summary>
    public static double PowerOfTen(int exponent)
    {
        var power = 1.0;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }

    private static ulong GreatestCommonDivisor(ulong a, ulong b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
