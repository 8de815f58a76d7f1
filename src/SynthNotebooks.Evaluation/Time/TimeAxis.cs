using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Time;

/// <summary>Which column orders the rows in time.</summary>
/// <param name="Column">Position among the columns that take part; −1 when there is none.</param>
/// <param name="Undefined">Why there is none; null when there is one.</param>
internal sealed record TimeAxis(int Column, string? Undefined)
{
    private const double LeastDistinct = 0.9;

    public static TimeAxis Of(TableSet tables) => tables.Shared.Once(typeof(TimeAxis), () => Find(tables));

    private static TimeAxis Find(TableSet tables)
    {
        var named = tables.Options.TimeColumn;
        for (var i = 0; i < tables.Columns; i++)
        {
            var real = tables.Real(i);
            if (named is not null ? real.Reading.Name == named && real.IsNumeric : real.Reading.Measure == ColumnMeasure.Date && Orders(real)) return new(i, null);
        }
        return new(-1, named is not null
            ? $"time column '{named}' is not read as a number or a date"
            : "no time column: none was named, and the real rows stand in the order of no date column with nine in ten values distinct");
    }

    private static bool Orders(ColumnView view)
    {
        if (view.Present < view.Rows || view.Rows < 2) return false;
        var distinct = 1;
        for (var row = 1; row < view.Rows; row++)
        {
            if (view.Numbers[row] < view.Numbers[row - 1]) return false;
            if (view.Numbers[row] > view.Numbers[row - 1]) distinct++;
        }
        return distinct >= LeastDistinct * view.Rows;
    }
}
