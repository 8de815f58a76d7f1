namespace SynthNotebooks.Data;

/// <summary>Values of a <see cref="RowExpression"/> on whole tables.</summary>
public static class RowArithmetic
{
    private const double Largest = 7.9e28;

    /// <summary>The value of each row, and which rows have none. Cost: O(rows) for each operation.</summary>
    /// <exception cref="ArgumentException">A column is not there, or is no number, date or time stamp.</exception>
    public static (decimal[] Values, bool[] Missing) Evaluate(RowExpression expression, DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(frame);
        var rows = (int)frame.Rows.Count;
        switch (expression)
        {
            case RowExpression.Cell(var name):
                return Cells(frame[name]);
            case RowExpression.Number(var value):
                var constant = new decimal[rows];
                constant.AsSpan().Fill(value);
                return (constant, new bool[rows]);
            case RowExpression.Operation(var symbol, var left, var right):
                var (values, missing) = Evaluate(left, frame);
                var (others, alsoMissing) = Evaluate(right, frame);
                for (var row = 0; row < rows; row++)
                {
                    missing[row] |= alsoMissing[row];
                    if (!missing[row]) missing[row] = !TryApply(symbol, values[row], others[row], out values[row]);
                }
                return (values, missing);
            default:
                throw new ArgumentException($"An expression of type {expression.GetType().Name} is not known.", nameof(expression));
        }
    }

    private static bool TryApply(ArithmeticOperator symbol, decimal left, decimal right, out decimal result)
    {
        result = 0;
        if (symbol == ArithmeticOperator.Divide && right == 0) return false;
        try
        {
            result = symbol switch
            {
                ArithmeticOperator.Add => left + right,
                ArithmeticOperator.Subtract => left - right,
                ArithmeticOperator.Multiply => left * right,
                _ => left / right,
            };
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static (decimal[] Values, bool[] Missing) Cells(Column column)
    {
        var (values, missing) = (new decimal[column.Length], new bool[column.Length]);
        for (var row = 0; row < values.Length; row++) missing[row] = column.IsNull(row);
        switch (column)
        {
            case TimestampColumn stamps:
                for (var row = 0; row < values.Length; row++) values[row] = (decimal)stamps.Values[row] / TimeSpan.TicksPerSecond;
                break;
            case Int64Column integers:
                for (var row = 0; row < values.Length; row++) values[row] = integers.Values[row];
                break;
            case DateColumn dates:
                for (var row = 0; row < values.Length; row++) values[row] = dates.Values[row];
                break;
            case DoubleColumn reals:
                for (var row = 0; row < values.Length; row++)
                {
                    missing[row] = !(Math.Abs(reals.Values[row]) < Largest);
                    if (!missing[row]) values[row] = (decimal)reals.Values[row];
                }
                break;
            default:
                throw new ArgumentException($"Column '{column.Name}' is {SchemaNames.Of(column.Kind)}; arithmetic takes numbers, dates and time stamps.");
        }
        return (values, missing);
    }
}
