namespace SynthNotebooks.Data;

/// <summary>The integers that stand to a value as told: a run, or everything but a run.</summary>
internal readonly struct IntegerRange
{
    private readonly long _low;
    private readonly ulong _width;
    private readonly bool _empty, _inverted;

    private IntegerRange(Int128 low, Int128 high, bool inverted)
    {
        low = Int128.Max(low, long.MinValue);
        high = Int128.Min(high, long.MaxValue);
        _inverted = inverted;
        _empty = low > high;
        if (_empty) return;
        _low = (long)low;
        _width = (ulong)(high - low);
    }

    public bool Contains(long value) => (!_empty && (ulong)(value - _low) <= _width) != _inverted;

    public static IntegerRange Of(ComparisonOperator comparison, long value) => comparison switch
    {
        ComparisonOperator.Equal => new(value, value, false),
        ComparisonOperator.NotEqual => new(value, value, true),
        ComparisonOperator.Less => new(long.MinValue, (Int128)value - 1, false),
        ComparisonOperator.LessOrEqual => new(long.MinValue, value, false),
        ComparisonOperator.Greater => new((Int128)value + 1, long.MaxValue, false),
        _ => new(value, long.MaxValue, false),
    };

    /// <summary>The same for a value that may lie between integers, or beyond them.</summary>
    public static IntegerRange Of(ComparisonOperator comparison, double value)
    {
        if (double.IsNaN(value)) return new(1, 0, false);
        var floor = (Int128)Math.Clamp(Math.Floor(value), -1e20, 1e20);
        var ceiling = (Int128)Math.Clamp(Math.Ceiling(value), -1e20, 1e20);
        return comparison switch
        {
            ComparisonOperator.Equal => new(ceiling, floor, false),
            ComparisonOperator.NotEqual => new(ceiling, floor, true),
            ComparisonOperator.Less => new(long.MinValue, ceiling - 1, false),
            ComparisonOperator.LessOrEqual => new(long.MinValue, floor, false),
            ComparisonOperator.Greater => new(floor + 1, long.MaxValue, false),
            _ => new(ceiling, long.MaxValue, false),
        };
    }
}
