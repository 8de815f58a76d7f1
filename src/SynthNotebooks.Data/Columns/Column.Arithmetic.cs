namespace SynthNotebooks.Data;

public abstract partial class Column
{
    /// <summary>Cell-wise sum; missing where either cell is. Integers stay integers.</summary>
    public static Column operator +(Column left, Column right) => ColumnArithmetic.Apply(left, right, Arithmetic.Add);

    /// <summary>Cell-wise difference; missing where either cell is. Integers stay integers.</summary>
    public static Column operator -(Column left, Column right) => ColumnArithmetic.Apply(left, right, Arithmetic.Subtract);

    /// <summary>Cell-wise product; missing where either cell is. Integers stay integers.</summary>
    public static Column operator *(Column left, Column right) => ColumnArithmetic.Apply(left, right, Arithmetic.Multiply);

    /// <summary>Cell-wise quotient, real also of integers; missing where either cell is, and for 0/0.</summary>
    public static Column operator /(Column left, Column right) => ColumnArithmetic.Apply(left, right, Arithmetic.Divide);

    /// <summary>Cell-wise remainder with the sign of the dividend; missing where either cell is, and for divisor 0.</summary>
    public static Column operator %(Column left, Column right) => ColumnArithmetic.Apply(left, right, Arithmetic.Modulo);

    /// <summary>Adds a number to every cell.</summary>
    public static Column operator +(Column left, double right) => ColumnArithmetic.Apply(left, right, Arithmetic.Add);

    /// <summary>Subtracts a number from every cell.</summary>
    public static Column operator -(Column left, double right) => ColumnArithmetic.Apply(left, right, Arithmetic.Subtract);

    /// <summary>Multiplies every cell by a number.</summary>
    public static Column operator *(Column left, double right) => ColumnArithmetic.Apply(left, right, Arithmetic.Multiply);

    /// <summary>Divides every cell by a number.</summary>
    public static Column operator /(Column left, double right) => ColumnArithmetic.Apply(left, right, Arithmetic.Divide);

    /// <summary>Remainder of every cell by a number.</summary>
    public static Column operator %(Column left, double right) => ColumnArithmetic.Apply(left, right, Arithmetic.Modulo);

    /// <summary>Adds every cell to a number.</summary>
    public static Column operator +(double left, Column right) => ColumnArithmetic.Apply(left, right, Arithmetic.Add);

    /// <summary>Subtracts every cell from a number.</summary>
    public static Column operator -(double left, Column right) => ColumnArithmetic.Apply(left, right, Arithmetic.Subtract);

    /// <summary>Multiplies a number by every cell.</summary>
    public static Column operator *(double left, Column right) => ColumnArithmetic.Apply(left, right, Arithmetic.Multiply);

    /// <summary>Divides a number by every cell.</summary>
    public static Column operator /(double left, Column right) => ColumnArithmetic.Apply(left, right, Arithmetic.Divide);

    /// <summary>Same as <c>+</c>.</summary>
    public Column Add(Column other) => this + other;

    /// <summary>Same as <c>+</c>.</summary>
    public Column Add(double number) => this + number;

    /// <summary>Same as <c>-</c>.</summary>
    public Column Subtract(Column other) => this - other;

    /// <summary>Same as <c>-</c>.</summary>
    public Column Subtract(double number) => this - number;

    /// <summary>Same as <c>*</c>.</summary>
    public Column Multiply(Column other) => this * other;

    /// <summary>Same as <c>*</c>.</summary>
    public Column Multiply(double number) => this * number;

    /// <summary>Same as <c>/</c>.</summary>
    public Column Divide(Column other) => this / other;

    /// <summary>Same as <c>/</c>.</summary>
    public Column Divide(double number) => this / number;

    /// <summary>Same as <c>%</c>.</summary>
    public Column Modulo(Column other) => this % other;

    /// <summary>Same as <c>%</c>.</summary>
    public Column Modulo(double number) => this % number;
}
