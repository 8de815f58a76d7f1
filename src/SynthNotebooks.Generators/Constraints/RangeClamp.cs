using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Moves cells outside a range to its nearest bound, on the column's grid.</summary>
/// <remarks>Models stay within the values they learned, which keep the range; this is for those that do not.</remarks>
internal static class RangeClamp
{
    public static Column Of(Column column, RangeConstraint range, ColumnSchema schema)
    {
        var broken = range.Violations(new DataFrame(column));
        if (!broken.AsSpan().Contains(true)) return column;
        var (values, missing) = RowArithmetic.Evaluate(new RowExpression.Cell(column.Name), new DataFrame(column));
        var (low, high) = Bounds(range, schema);
        var kept = new bool[broken.Length];
        for (var row = 0; row < values.Length; row++)
        {
            kept[row] = !broken[row] || missing[row];
            if (kept[row]) continue;
            if (low is { } minimum) values[row] = Math.Max(values[row], minimum);
            if (high is { } maximum) values[row] = Math.Min(values[row], maximum);
        }
        return ObservedCells.Over(column, DecimalColumn.Of(schema with { Name = column.Name, Format = column.Format }, values, missing), kept);
    }

    /// <summary>The smallest and largest value that the column can take within the range; null where it is open.</summary>
    public static (decimal? Low, decimal? High) Bounds(RangeConstraint range, ColumnSchema schema)
    {
        decimal? low = null, high = null;
        if (range.Minimum is { } minimum)
        {
            var bound = Number(minimum, schema.Kind);
            var step = DecimalColumn.Unit(schema) ?? Math.Max(1, Math.Abs(bound)) * 1e-9m;
            low = DecimalColumn.Above(bound, step);
            if (range.MinimumExcluded && low <= bound) low += step;
        }
        if (range.Maximum is { } maximum)
        {
            var bound = Number(maximum, schema.Kind);
            var step = DecimalColumn.Unit(schema) ?? Math.Max(1, Math.Abs(bound)) * 1e-9m;
            high = -DecimalColumn.Above(-bound, step);
            if (range.MaximumExcluded && high >= bound) high -= step;
        }
        return (low, high);
    }

    private static decimal Number(object bound, ColumnKind kind) => bound switch
    {
        DateOnly date => kind == ColumnKind.Timestamp ? date.DayNumber * 86_400m : date.DayNumber,
        DateTime time => (decimal)time.Ticks / TimeSpan.TicksPerSecond,
        long integer => integer,
        _ => (decimal)Math.Clamp(Convert.ToDouble(bound, CultureInfo.InvariantCulture), -7.9e28, 7.9e28),
    };
}
