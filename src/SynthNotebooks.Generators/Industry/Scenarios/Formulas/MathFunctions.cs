using System.Linq.Expressions;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Functions of numbers.</summary>
internal static class MathFunctions
{
    public static IEnumerable<(string, FormulaFunction)> All =>
    [
        ("if", new(3, int.MaxValue, If)),
        ("min", new(1, int.MaxValue, (a, site) => Fold(a, site, nameof(Math.Min)))),
        ("max", new(1, int.MaxValue, (a, site) => Fold(a, site, nameof(Math.Max)))),
        ("clamp", new(3, 3, (a, site) => Fold([Fold([a[0], a[1]], site, nameof(Math.Max)), a[2]], site, nameof(Math.Min)))),
        ("abs", Of(Math.Abs, whole: true)), ("floor", Of(Math.Floor, integer: true)), ("ceiling", Of(Math.Ceiling, integer: true)),
        ("sign", Of(x => double.IsNaN(x) ? x : Math.Sign(x), integer: true)),
        ("round", new(1, 2, Round)),
        ("exp", Of(PortableMath.Exp)), ("log", Of(Log)), ("log10", Of(x => Log(x) / 2.302585092994045684)), ("sqrt", Of(Math.Sqrt)),
        ("sin", Of(Waves.Sin)), ("cos", Of(Waves.Cos)), ("tanh", Of(x => 1 - 2 / (PortableMath.Exp(2 * x) + 1))),
        ("logistic", Of(Logistic.Probability)), ("logit", Of(Logistic.LogOdds)), ("normal_cdf", Of(PortableMath.NormalCdf)),
        ("pow", Of(Power)), ("mod", Of((x, y) => x - y * Math.Floor(x / y))),
        ("is_missing", new(1, 1, (a, _) => new(Typed.Once(a[0].Code, IsMissing), CellType.Boolean, a[0].Constant))),
        ("coalesce", new(2, int.MaxValue, (a, site) => a.Reverse().Aggregate((rest, value) => Coalesce(value, rest, site)))),
        ("missing", new(0, 0, (_, _) => Typed.Missing)),
        ("in", new(2, int.MaxValue, (a, site) => Operators.In(a[0], [.. a.Skip(1)], site.At))),
        ("between", new(3, 3, (a, site) => Operators.Between(a[0], a[1], a[2], site.At))),
        ("interpolate", new(5, int.MaxValue, Interpolate)),
    ];

    /// <summary>x to the power y; whole powers by multiplication.</summary>
    public static double Power(double x, double y)
    {
        if (y == Math.Floor(y) && Math.Abs(y) <= 64)
        {
            var result = 1.0;
            for (var i = 0; i < Math.Abs(y); i++) result *= x;
            return y < 0 ? 1 / result : result;
        }
        return y == 0.5 ? Math.Sqrt(x) : x == 0 ? y > 0 ? 0 : double.PositiveInfinity : x < 0 ? double.NaN : PortableMath.Exp(y * PortableMath.Log(x));
    }

    private static double Log(double x) => x > 0 ? PortableMath.Log(x) : x == 0 ? double.NegativeInfinity : double.NaN;

    private static FormulaFunction Of(Func<double, double> f, bool integer = false, bool whole = false) => new(1, 1, (a, site) =>
        new(Expression.Invoke(Expression.Constant(f), site.Number(a[0])), integer || whole && a[0].Type.Kind == CellKind.Integer ? CellType.Integer : CellType.Number, a[0].Constant));

    private static FormulaFunction Of(Func<double, double, double> f) => new(2, 2, (a, site) =>
        new(Expression.Invoke(Expression.Constant(f), site.Number(a[0]), site.Number(a[1])), CellType.Number, a[0].Constant && a[1].Constant));

    private static Typed If(IReadOnlyList<Typed> a, CallSite site)
    {
        if (a.Count % 2 == 0) throw site.Wrong("the last value, for when no condition holds, is missing.");
        var value = a[^1];
        for (var i = a.Count - 3; i >= 0; i -= 2) value = Operators.If(a[i], a[i + 1], value, site.At);
        return value;
    }

    private static Typed Fold(IReadOnlyList<Typed> a, CallSite site, string method)
    {
        var value = a[0] with { Code = site.Number(a[0]) };
        for (var i = 1; i < a.Count; i++)
        {
            var (first, second, type) = Operators.Unite(value, a[i] with { Code = site.Number(a[i]) }, site.At);
            value = new(Expression.Call(typeof(Math).GetMethod(method, [typeof(double), typeof(double)])!, Double(first), Double(second)), type.Kind == CellKind.Boolean ? CellType.Integer : type, value.Constant && a[i].Constant);
        }
        return value;
    }

    private static Expression Double(Expression code) => code.Type == typeof(bool) ? Expression.Condition(code, Expression.Constant(1.0), Expression.Constant(0.0)) : code;

    private static Typed Round(IReadOnlyList<Typed> a, CallSite site)
    {
        if (a.Count == 1) return new(Expression.Call(typeof(Math).GetMethod(nameof(Math.Round), [typeof(double)])!, site.Number(a[0])), CellType.Integer, a[0].Constant);
        if (!a[1].Constant) throw site.Wrong("the number of decimals must be a constant.");
        return new(Expression.Call(typeof(MathFunctions), nameof(Rounded), null, site.Number(a[0]), site.Number(a[1])), CellType.Number, a[0].Constant);
    }

    public static double Rounded(double x, double decimals) => Math.Round(x, (int)Math.Clamp(decimals, 0, 15));

    private static Expression IsMissing(Expression value) => value.Type == typeof(string)
        ? Expression.Equal(value, Expression.Constant(null, typeof(string)))
        : value.Type == typeof(bool) ? Expression.Constant(false) : Expression.NotEqual(value, value);

    private static Typed Coalesce(Typed value, Typed rest, CallSite site) =>
        Typed.Once(value, one => Operators.If(new Typed(Expression.Not(IsMissing(one.Code)), CellType.Boolean, one.Constant), one, rest, site.At));

    private static Typed Interpolate(IReadOnlyList<Typed> a, CallSite site)
    {
        if (a.Count % 2 == 0) throw site.Wrong("points are pairs: interpolate(x, x1, y1, x2, y2, ...).");
        if (a.Skip(1).Any(value => !value.Constant)) throw site.Wrong("the points must be constants.");
        double[] numbers = [.. a.Skip(1).Select(value => FormulaCompiler.Constant(value with { Code = site.Number(value) }))];
        var points = new (double X, double Y)[numbers.Length / 2];
        for (var i = 0; i < points.Length; i++) points[i] = (numbers[2 * i], numbers[2 * i + 1]);
        for (var i = 1; i < points.Length; i++)
            if (!(points[i].X > points[i - 1].X)) throw site.Wrong("the x of the points must rise.");
        return new(Expression.Call(Expression.Constant(Curve.Through(points)), nameof(Curve.At), null, site.Number(a[0])), CellType.Number, a[0].Constant);
    }
}
