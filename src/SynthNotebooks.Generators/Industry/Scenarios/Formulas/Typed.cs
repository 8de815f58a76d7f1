using System.Linq.Expressions;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>A part of a formula: code and type.</summary>
/// <param name="Code">Of type double; bool for truth; string for free text.</param>
/// <param name="Type">What it means.</param>
/// <param name="Constant">Whether it is the same for all rows and draws nothing.</param>
/// <param name="Literal">Of a quoted text: the text.</param>
internal sealed record Typed(Expression Code, CellType Type, bool Constant = false, string? Literal = null)
{
    public static Typed Of(double value, CellType? type = null) =>
        new(Expression.Constant(value), type ?? (value == Math.Floor(value) && Math.Abs(value) < 1e15 ? CellType.Integer : CellType.Number), true);

    public static Typed Of(bool value) => new(Expression.Constant(value), CellType.Boolean, true);

    public static Typed Of(string text) => new(Expression.Constant(0.0), new CellType(CellKind.Text, [text]), true, text);

    /// <summary>The code as a double, truth as 0 and 1.</summary>
    public Expression AsNumber() => Code.Type == typeof(bool) ? Expression.Condition(Code, Expression.Constant(1.0), Expression.Constant(0.0)) : Code;

    /// <summary>The code as truth; a missing value is false.</summary>
    public Expression AsTruth() => Code.Type == typeof(bool) ? Code : Expression.AndAlso(Expression.NotEqual(Code, Expression.Constant(0.0)), Expression.Equal(Code, Code));

    /// <summary>The code as a string.</summary>
    public Expression AsString() => Code.Type == typeof(string) ? Code
        : Type.Categories is { } categories ? Expression.Call(typeof(Texts), nameof(Texts.OfCode), null, AsNumber(), Expression.Constant(categories.ToArray()))
        : Expression.Call(typeof(Texts), nameof(Texts.Of), null, AsNumber(), Expression.Constant(Type.Kind));
}
