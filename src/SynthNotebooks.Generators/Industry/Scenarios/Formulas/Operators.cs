using System.Linq.Expressions;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Operators on typed code.</summary>
internal static class Operators
{
    public static Typed Number(Typed value, int at) =>
        value.Type.Kind == CellKind.Text ? throw new FormulaException(at, "A text stands where a number is expected.") : value with { Code = value.AsNumber() };

    public static Typed Arithmetic(Typed left, Typed right, ExpressionType operation, int at)
    {
        if (left.Type.IsMoment || right.Type.IsMoment) throw new FormulaException(at, "A date cannot be multiplied or divided; subtract another date first.");
        var whole = operation != ExpressionType.Divide && IsWhole(left) && IsWhole(right);
        return new(Expression.MakeBinary(operation, Number(left, at).Code, Number(right, at).Code), whole ? CellType.Integer : CellType.Number, left.Constant && right.Constant);
    }

    public static Typed Add(Typed left, Typed right, int at, IFormulaScope scope)
    {
        if (left.Type.Kind == CellKind.Text || right.Type.Kind == CellKind.Text)
            return new(Expression.Call(Expression.Constant(new TextJoiner(scope.Place, scope.Owner)), nameof(TextJoiner.Join), null, left.AsString(), right.AsString()), CellType.FreeText, left.Constant && right.Constant);
        if (left.Type.IsMoment && right.Type.IsMoment) throw new FormulaException(at, "Two dates cannot be added; their difference can be.");
        var moment = left.Type.IsMoment ? left.Type : right.Type.IsMoment ? right.Type : null;
        return new(Expression.Add(left.AsNumber(), right.AsNumber()), moment ?? Sum(left, right), left.Constant && right.Constant);
    }

    public static Typed Subtract(Typed left, Typed right, int at)
    {
        if (right.Type.IsMoment && !left.Type.IsMoment) throw new FormulaException(at, "A date cannot be taken from a number.");
        var type = left.Type.IsMoment ? right.Type.IsMoment ? CellType.Number : left.Type : Sum(left, right);
        return new(Expression.Subtract(Number(left, at).Code, Number(right, at).Code), type, left.Constant && right.Constant);
    }

    public static Typed Logic(Typed left, Typed right, int at, bool or) =>
        new(or ? Expression.OrElse(left.AsTruth(at), right.AsTruth(at)) : Expression.AndAlso(left.AsTruth(at), right.AsTruth(at)), CellType.Boolean, left.Constant && right.Constant);

    public static Typed Not(Typed value, int at) => new(Expression.Not(value.AsTruth(at)), CellType.Boolean, value.Constant);

    public static Typed Between(Typed value, Typed low, Typed high, int at) =>
        Typed.Once(value, one => Logic(Compare(one, low, ">=", at), Compare(one, high, "<=", at), at, or: false));

    public static Typed Compare(Typed left, Typed right, string symbol, int at)
    {
        var constant = left.Constant && right.Constant;
        var kind = symbol switch
        {
            "=" or "==" => ExpressionType.Equal,
            "!=" or "<>" => ExpressionType.NotEqual,
            "<" => ExpressionType.LessThan,
            "<=" => ExpressionType.LessThanOrEqual,
            ">" => ExpressionType.GreaterThan,
            _ => ExpressionType.GreaterThanOrEqual,
        };
        if (left.Type.IsMoment && right.Literal is { } date) right = Moment(date, at);
        else if (right.Type.IsMoment && left.Literal is { } other) left = Moment(other, at);
        if (left.Type.Kind == CellKind.Text != (right.Type.Kind == CellKind.Text)) throw new FormulaException(at, left.IsMissingCall || right.IsMissingCall ? "Nothing is equal to missing(); ask is_missing(x)." : $"A {left.Type} cannot be compared with a {right.Type}.");
        if (left.Type.Kind != CellKind.Text) return Present(left.AsNumber(), right.AsNumber(), kind, constant);
        if (kind is ExpressionType.Equal or ExpressionType.NotEqual)
        {
            if (left.Type.Categories is { } known && right.Literal is { } wanted && left.Literal is null) return Present(left.Code, Expression.Constant((double)CodeOf(wanted, known, at)), kind, constant);
            if (right.Type.Categories is { } others && left.Literal is { } first && right.Literal is null) return Present(right.Code, Expression.Constant((double)CodeOf(first, others, at)), kind, constant);
            if (left.Type.Categories is { } a && right.Type.Categories is { } b && a.SequenceEqual(b)) return Present(left.Code, right.Code, kind, constant);
        }
        var order = Expression.Call(typeof(string).GetMethod(nameof(string.CompareOrdinal), [typeof(string), typeof(string)])!, left.AsString(), right.AsString());
        return new(Expression.MakeBinary(kind, order, Expression.Constant(0)), CellType.Boolean, constant);
    }

    public static Typed In(Typed value, List<Typed> items, int at) => Typed.Once(value, one =>
    {
        var any = Compare(one, items[0], "=", at);
        for (var i = 1; i < items.Count; i++) any = Logic(any, Compare(one, items[i], "=", at), at, or: true);
        return any;
    });

    public static Typed If(Typed condition, Typed yes, Typed no, int at)
    {
        var (first, second, type) = Unite(yes, no, at);
        return new(Expression.Condition(condition.AsTruth(at), first, second), type, condition.Constant && yes.Constant && no.Constant);
    }

    /// <summary>Both values in one type: categories are joined, whole numbers become numbers.</summary>
    public static (Expression First, Expression Second, CellType Type) Unite(Typed first, Typed second, int at)
    {
        if (second.IsMissingCall) return Beside(first);
        if (first.IsMissingCall)
        {
            var (value, missing, beside) = Beside(second);
            return (missing, value, beside);
        }
        if (first.Type.Kind == CellKind.Text != (second.Type.Kind == CellKind.Text)) throw new FormulaException(at, $"One value is a {first.Type}, the other a {second.Type}.");
        if (first.Type.Kind == CellKind.Text)
        {
            if (first.Type.Categories is not { } a || second.Type.Categories is not { } b) return (first.AsString(), second.AsString(), CellType.FreeText);
            string[] all = [.. a.Union(b, StringComparer.Ordinal)];
            return (Recode(first, all), Recode(second, all), new CellType(CellKind.Text, all));
        }
        if (first.Type.Kind == CellKind.Boolean && second.Type.Kind == CellKind.Boolean)
            return first.Code.Type == typeof(bool) && second.Code.Type == typeof(bool) ? (first.Code, second.Code, CellType.Boolean) : (first.AsNumber(), second.AsNumber(), CellType.Boolean);
        var kind = first.Type.Kind == second.Type.Kind ? first.Type : first.Type.IsMoment || second.Type.IsMoment ? CellType.Time : CellType.Number;
        return (first.AsNumber(), second.AsNumber(), kind);
    }

    /// <summary>Several values in one type, as <see cref="Unite"/> does with two.</summary>
    public static (List<Expression> Codes, CellType Type) Common(IReadOnlyList<Typed> values, int at)
    {
        Typed[] present = [.. values.Where(value => !value.IsMissingCall)];
        var type = present.Length == 0 ? CellType.Number : present[0].Type;
        var isText = type.Kind == CellKind.Text;
        foreach (var value in present)
        {
            if (value.Type.Kind == CellKind.Text != isText) throw new FormulaException(at, $"One value is a {type}, another a {value.Type}.");
            if (!isText && value.Type.Kind != type.Kind) type = value.Type.IsMoment || type.IsMoment ? CellType.Time : CellType.Number;
        }
        if (!isText) return ([.. values.Select(value => value.AsNumber())], type.Kind == CellKind.Integer && present.Length < values.Count ? CellType.Number : type);
        if (!present.All(value => value.Type.Categories is not null)) return ([.. values.Select(value => value.IsMissingCall ? Expression.Constant(null, typeof(string)) : value.AsString())], CellType.FreeText);
        string[] all = [.. present.SelectMany(value => value.Type.Categories!).Distinct(StringComparer.Ordinal)];
        return ([.. values.Select(value => value.IsMissingCall ? value.Code : Recode(value, all))], new CellType(CellKind.Text, all));
    }

    // missing() has the type of the other value; a whole number becomes a number, as it does in a sum
    private static (Expression Value, Expression Missing, CellType Type) Beside(Typed value) => value.Code.Type == typeof(string)
        ? (value.Code, Expression.Constant(null, typeof(string)), CellType.FreeText)
        : (value.AsNumber(), Typed.Missing.Code, value.Type.Kind == CellKind.Integer ? CellType.Number : value.Type);

    /// <summary>The code of a categorical text in a longer list.</summary>
    public static Expression Recode(Typed value, IReadOnlyList<string> all)
    {
        if (ReferenceEquals(value.Type.Categories, all)) return value.Code;
        var places = new Dictionary<string, int>(all.Count, StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++) places.TryAdd(all[i], i);
        if (value.Literal is { } literal) return Expression.Constant((double)places.GetValueOrDefault(literal, -1));
        double[] map = [.. value.Type.Categories!.Select(category => (double)places.GetValueOrDefault(category, -1))];
        for (var i = 0; i <= map.Length; i++)
            if (i == map.Length) return value.Code; // the same places: nothing to do
            else if (map[i] != i) break;
        return Expression.Call(typeof(Operators), nameof(Mapped), null, value.Code, Expression.Constant(map));
    }

    public static double Mapped(double code, double[] map) => code >= 0 ? map[(int)code] : double.NaN;

    private static Typed Moment(string text, int at) => Tokens.Of(text) is [{ Kind: TokenKind.Date or TokenKind.Time } token, _]
        ? Typed.Of(token.Number, token.Kind == TokenKind.Date ? CellType.Date : CellType.Time)
        : throw new FormulaException(at, $"'{text}' is no date; write e.g. 2024-01-31.");

    private static Typed Present(Expression left, Expression right, ExpressionType kind, bool constant)
    {
        if (kind != ExpressionType.NotEqual) return new(Expression.MakeBinary(kind, left, right), CellType.Boolean, constant);
        // a missing value is unequal to nothing: comparisons with it are false
        return new(Typed.Once(left, a => Typed.Once(right, b => Expression.AndAlso(Expression.NotEqual(a, b), Expression.AndAlso(Expression.Equal(a, a), Expression.Equal(b, b))))), CellType.Boolean, constant);
    }

    private static int CodeOf(string text, IReadOnlyList<string> categories, int at)
    {
        for (var i = 0; i < categories.Count; i++)
            if (categories[i] == text) return i;
        throw new FormulaException(at, UnknownColumn.Message("value", text, categories));
    }

    private static bool IsWhole(Typed value) => value.Type.Kind is CellKind.Integer or CellKind.Boolean;

    private static CellType Sum(Typed left, Typed right) => IsWhole(left) && IsWhole(right) ? CellType.Integer : CellType.Number;
}
