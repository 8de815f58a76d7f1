using System.Linq.Expressions;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>The functions that formulas can call.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, FormulaFunction> Known = All();

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <exception cref="FormulaException">There is no such function, or it does not take these arguments.</exception>
    public static Typed Call(string name, int at, List<Typed> arguments, IFormulaScope scope)
    {
        if (!Known.TryGetValue(name, out var function)) throw new FormulaException(at, UnknownColumn.Message("function", name, Known.Keys));
        if (arguments.Count < function.Least || arguments.Count > function.Most)
            throw new FormulaException(at, $"{name} takes {(function.Least == function.Most ? $"{function.Least}" : function.Most == int.MaxValue ? $"{function.Least} or more" : $"{function.Least} to {function.Most}")} arguments; it has {arguments.Count}.");
        return function.Make(arguments, new CallSite(name, at, scope));
    }

    private static Dictionary<string, FormulaFunction> All()
    {
        var known = new Dictionary<string, FormulaFunction>(StringComparer.Ordinal);
        foreach (var (name, function) in MathFunctions.All.Concat(TextFunctions.All).Concat(DateFunctions.All).Concat(DrawFunctions.All)) known.Add(name, function);
        return known;
    }
}

/// <summary>A function: how many arguments it takes and what it makes of them.</summary>
internal sealed record FormulaFunction(int Least, int Most, Func<IReadOnlyList<Typed>, CallSite, Typed> Make);

/// <summary>Where a function is called.</summary>
internal sealed record CallSite(string Name, int At, IFormulaScope Scope)
{
    public FormulaException Wrong(string message) => new(At, $"{Name}: {message}");

    public Expression Number(Typed value) => value.Type.Kind == CellKind.Text ? throw Wrong("a text stands where a number is expected.") : value.AsNumber();

    public Expression Moment(Typed value) => value.Type.IsMoment || value.Type.IsNumeric ? value.AsNumber()
        : value.Literal is not null ? Operators.Subtract(Operators.If(Typed.Of(true), Literal(value), Literal(value), At), Typed.Of(0.0), At).Code
        : throw Wrong($"a date is expected, not a {value.Type}.");

    private Typed Literal(Typed value) => Tokens.Of(value.Literal!) is [{ Kind: TokenKind.Date or TokenKind.Time } token, _]
        ? Typed.Of(token.Number, CellType.Time)
        : throw Wrong($"'{value.Literal}' is no date; write e.g. 2024-01-31.");
}
