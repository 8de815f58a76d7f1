using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>Compares whole columns with values.</summary>
internal static class ComparisonKernels
{
    /// <summary>Marks the rows whose cell stands to the value as told; missing cells never do.</summary>
    public static void Compare(Column column, ComparisonOperator comparison, object value, Span<bool> mask)
    {
        switch (column)
        {
            case TextColumn text:
                var wanted = value as string ?? throw Unfit(column, value);
                MarkCodes(text, category => Holds(string.CompareOrdinal(category, wanted), comparison), mask);
                return;
            case DoubleColumn reals:
                CompareReals(reals.Values, comparison, Number(column, value), mask);
                return;
            case Int64Column integers:
                MarkRange(integers, value is double real ? IntegerRange.Of(comparison, real) : IntegerRange.Of(comparison, Whole(column, value)), mask);
                return;
            case TimestampColumn stamps:
                MarkRange(stamps, IntegerRange.Of(comparison, Ticks(column, value)), mask);
                return;
            case DateColumn dates:
                var range = IntegerRange.Of(comparison, value is DateOnly date ? date.DayNumber : throw Unfit(column, value));
                for (var row = 0; row < mask.Length; row++) mask[row] = range.Contains(dates.Values[row]) && !dates.IsNull(row);
                return;
            case BooleanColumn booleans:
                var flag = value is bool told ? told : throw Unfit(column, value);
                for (var row = 0; row < mask.Length; row++) mask[row] = Holds(booleans.Values[row].CompareTo(flag), comparison) && !booleans.IsNull(row);
                return;
        }
    }

    /// <summary>Marks the rows whose cell is one of the values, or none of them; missing cells never are either.</summary>
    public static void Contain(Column column, IReadOnlyList<object> values, bool negated, Span<bool> mask)
    {
        if (column is TextColumn text)
        {
            var wanted = new HashSet<string>(values.Select(value => value as string ?? throw Unfit(column, value)), StringComparer.Ordinal);
            MarkCodes(text, category => wanted.Contains(category) != negated, mask);
            return;
        }
        mask.Fill(negated);
        var part = new bool[mask.Length];
        foreach (var value in values)
        {
            Compare(column, ComparisonOperator.Equal, value, part);
            if (negated) for (var row = 0; row < mask.Length; row++) mask[row] &= !part[row];
            else for (var row = 0; row < mask.Length; row++) mask[row] |= part[row];
        }
        if (!negated || column.NullCount == 0) return;
        for (var row = 0; row < mask.Length; row++) mask[row] &= !column.IsNull(row);
    }

    private static void MarkCodes(TextColumn text, Func<string, bool> holds, Span<bool> mask)
    {
        var marked = new bool[text.Categories.Count];
        for (var code = 0; code < marked.Length; code++) marked[code] = holds(text.Categories[code]);
        var codes = text.Codes;
        for (var row = 0; row < mask.Length; row++) mask[row] = codes[row] >= 0 && marked[codes[row]];
    }

    private static void MarkRange(ValueColumn<long> column, IntegerRange range, Span<bool> mask)
    {
        var values = column.Values;
        for (var row = 0; row < mask.Length; row++) mask[row] = range.Contains(values[row]);
        if (column.NullCount == 0) return;
        for (var row = 0; row < mask.Length; row++) mask[row] &= !column.IsNull(row);
    }

    // NaN, the missing cell, fails every comparison but !=.
    private static void CompareReals(ReadOnlySpan<double> values, ComparisonOperator comparison, double value, Span<bool> mask)
    {
        for (var row = 0; row < mask.Length; row++)
        {
            mask[row] = comparison switch
            {
                ComparisonOperator.Equal => values[row] == value,
                ComparisonOperator.NotEqual => values[row] < value || values[row] > value,
                ComparisonOperator.Less => values[row] < value,
                ComparisonOperator.LessOrEqual => values[row] <= value,
                ComparisonOperator.Greater => values[row] > value,
                _ => values[row] >= value,
            };
        }
    }

    public static bool Holds(int order, ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static double Number(Column column, object value) => value switch
    {
        double real => real,
        float real => real,
        decimal real => (double)real,
        _ => Whole(column, value),
    };

    private static long Whole(Column column, object value) => value switch
    {
        long integer => integer,
        int integer => integer,
        short integer => integer,
        byte integer => integer,
        _ => throw Unfit(column, value),
    };

    private static long Ticks(Column column, object value) => value switch
    {
        DateTime time => time.Ticks,
        DateOnly date => date.DayNumber * TimeSpan.TicksPerDay,
        _ => throw Unfit(column, value),
    };

    private static ArgumentException Unfit(Column column, object value) => new(string.Create(
        CultureInfo.InvariantCulture, $"Column '{column.Name}' ({SchemaNames.Of(column.Kind)}) cannot be compared with {value} of type {value?.GetType().Name ?? "null"}; the value must be {column.DataType.Name}."));
}
