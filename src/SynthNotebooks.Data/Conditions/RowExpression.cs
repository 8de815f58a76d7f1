namespace SynthNotebooks.Data;

/// <summary>Arithmetic over the cells of one row, such as <c>price * (amount - 1)</c>.</summary>
/// <remarks>
/// Numbers are decimal, so that <c>0.1 + 0.2</c> is <c>0.3</c>; a real cell counts with its 15 leading digits. Dates are days and time stamps are
/// seconds: their difference is a number. The result is missing when a cell is missing or infinite, when a divisor is 0, and beyond ±7.9e28.
/// </remarks>
public abstract record RowExpression
{
    private RowExpression()
    {
    }

    /// <summary>The expression as text that <see cref="ConditionParser"/> reads back.</summary>
    public sealed override string ToString() => Print(this);

    /// <summary>Names of the columns that the expression reads, each once, in order of first use.</summary>
    public IReadOnlyList<string> Columns
    {
        get
        {
            var columns = new List<string>();
            Visit(this);
            return columns;

            void Visit(RowExpression part)
            {
                if (part is Cell(var column) && !columns.Contains(column)) columns.Add(column);
                if (part is not Operation(_, var left, var right)) return;
                Visit(left);
                Visit(right);
            }
        }
    }

    /// <summary>The cell of a column.</summary>
    public sealed record Cell(string Column) : RowExpression;

    /// <summary>A constant.</summary>
    public sealed record Number(decimal Value) : RowExpression;

    /// <summary>left operator right.</summary>
    public sealed record Operation(ArithmeticOperator Operator, RowExpression Left, RowExpression Right) : RowExpression;

    private static string Print(RowExpression expression) => expression switch
    {
        Cell(var column) => ConditionText.Name(column),
        Number(var value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Operation(var symbol, var left, var right) =>
            $"{(left is Operation inner && Binds(inner) < Binds(symbol) ? $"({Print(left)})" : Print(left))} {Symbol(symbol)} {(right is Operation outer && Binds(outer) <= Binds(symbol) ? $"({Print(right)})" : Print(right))}",
        _ => throw new ArgumentException($"An expression of type {expression.GetType().Name} is not known.", nameof(expression)),
    };

    private static int Binds(Operation operation) => Binds(operation.Operator);

    private static int Binds(ArithmeticOperator symbol) => symbol is ArithmeticOperator.Add or ArithmeticOperator.Subtract ? 0 : 1;

    private static char Symbol(ArithmeticOperator symbol) => symbol switch
    {
        ArithmeticOperator.Add => '+',
        ArithmeticOperator.Subtract => '-',
        ArithmeticOperator.Multiply => '*',
        _ => '/',
    };
}

/// <summary>What two numbers are put together by.</summary>
public enum ArithmeticOperator
{
    /// <summary>+</summary>
    Add,

    /// <summary>-</summary>
    Subtract,

    /// <summary>*</summary>
    Multiply,

    /// <summary>/</summary>
    Divide,
}
