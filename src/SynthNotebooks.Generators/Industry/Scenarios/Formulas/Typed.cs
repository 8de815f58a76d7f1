using System.Linq.Expressions;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>A part of a formula: code and type.</summary>
/// <param name="Code">Of type double; bool for truth; string for free text.</param>
/// <param name="Type">What it means.</param>
/// <param name="Constant">Whether it is the same for all rows and draws nothing.</param>
/// <param name="Literal">Of a quoted text: the text.</param>
internal sealed record Typed(Expression Code, CellType Type, bool Constant = false, string? Literal = null)
{
    /// <summary>The value of <c>missing()</c>, which takes the type of what it stands beside.</summary>
    public static readonly Typed Missing = new(Expression.Constant(double.NaN), CellType.Number, true);

    public static Typed Of(double value, CellType? type = null) =>
        new(Expression.Constant(value), type ?? (value == Math.Floor(value) && Math.Abs(value) < 1e15 ? CellType.Integer : CellType.Number), true);

    public static Typed Of(bool value) => new(Expression.Constant(value), CellType.Boolean, true);

    public static Typed Of(string text) => new(Expression.Constant(0.0), new CellType(CellKind.Text, [text]), true, text);

    /// <summary>Whether it is <c>missing()</c> itself.</summary>
    public bool IsMissingCall => ReferenceEquals(Code, Missing.Code);

    /// <summary>The code as a double, truth as 0 and 1.</summary>
    public Expression AsNumber() => Code.Type == typeof(bool) ? Expression.Condition(Code, Expression.Constant(1.0), Expression.Constant(0.0)) : Code;

    /// <summary>The code as truth; a missing value is false.</summary>
    /// <param name="at">Where it stands, for the error.</param>
    /// <exception cref="FormulaException">It is a text.</exception>
    public Expression AsTruth(int at)
    {
        if (Type.Kind == CellKind.Text) throw new FormulaException(at, "A text stands where a condition is expected; compare it: x = 'a'.");
        return Code.Type == typeof(bool) ? Code : Once(Code, code => Expression.AndAlso(Expression.NotEqual(code, Expression.Constant(0.0)), Expression.Equal(code, code)));
    }

    /// <summary>Code that uses a value more than once: it is computed once, so that nothing is drawn twice and nested code does not multiply.</summary>
    public static Expression Once(Expression value, Func<Expression, Expression> use)
    {
        if (IsPlain(value)) return use(value);
        var variable = Expression.Variable(value.Type);
        return Expression.Block([variable], Expression.Assign(variable, value), use(variable));
    }

    /// <summary>The same for a value with its type.</summary>
    public static Typed Once(Typed value, Func<Typed, Typed> use)
    {
        if (IsPlain(value.Code)) return use(value);
        var variable = Expression.Variable(value.Code.Type);
        var result = use(value with { Code = variable });
        return result with { Code = Expression.Block([variable], Expression.Assign(variable, value.Code), result.Code) };
    }

    // A cell of the row itself is read as quickly as a variable
    private static bool IsPlain(Expression code) => code is ConstantExpression or ParameterExpression
        || code is BinaryExpression { NodeType: ExpressionType.ArrayIndex, Left: MemberExpression { Expression: ParameterExpression } };

    /// <summary>The code as a string.</summary>
    public Expression AsString() => Code.Type == typeof(string) ? Code
        : Type.Categories is { } categories ? Expression.Call(typeof(Texts), nameof(Texts.OfCode), null, AsNumber(), Expression.Constant(categories.ToArray()))
        : Expression.Call(typeof(Texts), nameof(Texts.Of), null, AsNumber(), Expression.Constant(Type.Kind));
}
