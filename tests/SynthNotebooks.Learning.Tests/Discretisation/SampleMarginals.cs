using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Discretisation;

/// <summary>Columns of every kind with spikes, runs, tails, rare categories and missing cells, and their marginals.</summary>
internal static class SampleMarginals
{
    public const int Rows = 2000;

    public static DataFrame Table(ulong seed)
    {
        var random = new SplitRandom(seed);
        var (ages, gains, prices, days, times) = (new long[Rows], new long[Rows], new double[Rows], new int[Rows], new long[Rows]);
        var (cities, flags, missing) = (new string?[Rows], new bool[Rows], new bool[Rows]);
        for (var row = 0; row < Rows; row++)
        {
            ages[row] = 17 + random.NextBelow(60);
            gains[row] = random.NextBelow(10) < 9 ? 0 : 100 * random.NextBelow(400);
            prices[row] = random.NextBelow(3) == 0 ? 9.5 : random.NextNormal() * 20;
            days[row] = 730_000 + 7 * random.NextBelow(300);
            times[row] = 630_000_000_000_000_000 + TimeSpan.TicksPerHour * random.NextBelow(5000);
            cities[row] = random.NextBelow(20) == 0 ? null : random.NextBelow(100) == 0 ? $"village {row}" : $"city {random.NextBelow(random.NextBelow(12) + 1)}";
            flags[row] = random.NextBelow(4) == 0;
            missing[row] = random.NextBelow(7) == 0;
        }
        return new DataFrame(
            new Int64Column("age", ages, NullMask.Of(missing)), new Int64Column("gain", gains), new DoubleColumn("price", prices),
            new DateColumn("day", days), new TimestampColumn("time", times, NullMask.Of(missing)), TextColumn.Of("city", cities), new BooleanColumn("flag", flags));
    }

    public static Marginal[] Of(DataFrame table)
    {
        var schema = new[] { ColumnRole.Continuous, ColumnRole.Continuous, ColumnRole.Continuous, ColumnRole.Date, ColumnRole.Timestamp, ColumnRole.Category, ColumnRole.Category };
        return [.. table.Columns.Select((column, i) => Marginal.Of(column, new ColumnSchema(column.Name, column.Kind, schema[i]), new MarginalOptions(MinimumCount: 5), new SplitRandom(1)))];
    }

    /// <summary>A condition on one column, as a test of a cell beside it.</summary>
    public static (Condition Condition, Func<object?, bool> Holds) Leaf(DataFrame table, SplitRandom random)
    {
        var column = table.Columns[random.NextBelow(table.Columns.Count)];
        var value = Value();
        switch (random.NextBelow(4))
        {
            case 0:
                var negated = random.NextBelow(2) == 0;
                return (new Condition.IsMissing(column.Name, negated), cell => cell is null != negated);
            case 1:
                object[] values = [value, Value(), Value()];
                return (new Condition.InList(column.Name, values), cell => cell is not null && values.Contains(cell));
            default:
                var comparison = (ComparisonOperator)random.NextBelow(6);
                return (new Condition.Comparison(column.Name, comparison, value), cell => cell is not null && Stands(Order(cell, value), comparison));
        }

        object Value()
        {
            while (true)
                if (column[random.NextBelow(column.Length)] is { } cell) return cell is long whole && random.NextBelow(3) == 0 ? whole + 1 : cell;
        }
    }

    private static int Order(object cell, object value) => cell is string text ? string.CompareOrdinal(text, (string)value) : ((IComparable)cell).CompareTo(value);

    private static bool Stands(int order, ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };
}
