namespace SynthNotebooks.Data;

internal enum Arithmetic
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

/// <summary>Cell-wise arithmetic of integer, real and boolean columns.</summary>
internal static class ColumnArithmetic
{
    public static Column Apply(Column left, Column right, Arithmetic operation)
    {
        RequireNumbers(left);
        RequireNumbers(right);
        if (left.Length != right.Length)
            throw new ArgumentException($"Column '{left.Name}' has {left.Length} rows, column '{right.Name}' has {right.Length}; they must be equal.", nameof(right));
        if (left is Int64Column a && right is Int64Column b && operation != Arithmetic.Divide)
            return Integers(left.Name, left.Length, row => a.IsNull(row) || b.IsNull(row), row => a.Values[row], row => b.Values[row], operation);
        var (x, y) = (left.ToNumbers(), right.ToNumbers());
        for (var row = 0; row < x.Length; row++) x[row] = Of(x[row], y[row], operation);
        return new DoubleColumn(left.Name, x);
    }

    public static Column Apply(Column left, double right, Arithmetic operation)
    {
        RequireNumbers(left);
        if (left is Int64Column a && operation != Arithmetic.Divide && IsWhole(right))
            return Integers(left.Name, left.Length, a.IsNull, row => a.Values[row], _ => (long)right, operation);
        var x = left.ToNumbers();
        for (var row = 0; row < x.Length; row++) x[row] = Of(x[row], right, operation);
        return new DoubleColumn(left.Name, x);
    }

    public static Column Apply(double left, Column right, Arithmetic operation)
    {
        RequireNumbers(right);
        if (right is Int64Column b && operation != Arithmetic.Divide && IsWhole(left))
            return Integers(right.Name, right.Length, b.IsNull, _ => (long)left, row => b.Values[row], operation);
        var y = right.ToNumbers();
        for (var row = 0; row < y.Length; row++) y[row] = Of(left, y[row], operation);
        return new DoubleColumn(right.Name, y);
    }

    private static Int64Column Integers(string name, int length, Func<int, bool> isNull, Func<int, long> left, Func<int, long> right, Arithmetic operation)
    {
        var (values, missing) = (new long[length], new bool[length]);
        for (var row = 0; row < length; row++)
        {
            if (missing[row] = isNull(row)) continue;
            var (a, b) = (left(row), right(row));
            try
            {
                values[row] = operation switch
                {
                    Arithmetic.Add => checked(a + b),
                    Arithmetic.Subtract => checked(a - b),
                    Arithmetic.Multiply => checked(a * b),
                    _ => b is 0 or -1 ? 0 : a % b,
                };
            }
            catch (OverflowException failure)
            {
                throw new OverflowException($"Column '{name}', row {row}: {a} and {b} give a result beyond 64 bits; convert the column to real first.", failure);
            }
            missing[row] = operation == Arithmetic.Modulo && b == 0;
        }
        return new Int64Column(name, values, NullMask.Of(missing));
    }

    private static double Of(double a, double b, Arithmetic operation) => operation switch
    {
        Arithmetic.Add => a + b,
        Arithmetic.Subtract => a - b,
        Arithmetic.Multiply => a * b,
        Arithmetic.Divide => a / b,
        _ => a % b,
    };

    private static bool IsWhole(double number) => number == Math.Truncate(number) && Math.Abs(number) <= 1L << 53;

    private static void RequireNumbers(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Kind is not (ColumnKind.Integer or ColumnKind.Real or ColumnKind.Boolean))
            throw new InvalidOperationException($"Column '{column.Name}' is {SchemaNames.Of(column.Kind)}; arithmetic needs integer, real or boolean columns.");
    }
}
