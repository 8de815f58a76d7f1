using System.Linq.Expressions;
using System.Text;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Functions of texts.</summary>
internal static class TextFunctions
{
    public static IEnumerable<(string, FormulaFunction)> All =>
    [
        ("lower", Of(text => text.ToLowerInvariant())), ("upper", Of(text => text.ToUpperInvariant())), ("slug", Of(Slug)),
        ("left", Part((text, n) => text[..Math.Clamp(n, 0, text.Length)])), ("right", Part((text, n) => text[^Math.Clamp(n, 0, text.Length)..])),
        ("concat", new(1, int.MaxValue, (a, site) => a.Aggregate((left, right) => Operators.Add(left with { Code = left.AsString(), Type = CellType.FreeText }, right, site.At, site.Scope)))),
        ("text", new(1, 1, (a, _) => new(a[0].AsString(), CellType.FreeText, a[0].Constant))),
        ("length", new(1, 1, (a, _) => new(Expression.Call(typeof(TextFunctions), nameof(Length), null, a[0].AsString()), CellType.Integer, a[0].Constant))),
        ("format", new(2, 2, (a, site) => Format(a[0], a[1].Literal ?? throw site.Wrong("the format must be a quoted text."), site))),
    ];

    private const int MostFormat = 100;

    // A table of our own: the invariant mode of .NET decomposes no letters
    private const string Accented = "àáâãäåāçćčèéêëēìíîïīñńòóôõöøōùúûüūýÿžšşğłđ", Plain = "aaaaaaaccceeeeeiiiiinnooooooouuuuuyyzssgld";

    public static double Length(string? text) => text?.Length ?? double.NaN;

    public static string? Apply(Func<string, string> f, string? text) => text is null ? null : f(text);

    public static string? Cut(Func<string, int, string> f, string? text, double n) => text is null || double.IsNaN(n) ? null : f(text, (int)Math.Clamp(n, 0, 1e9));

    /// <summary>Lower case, accents dropped, all but letters and digits as hyphens.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text)
        {
            var at = Accented.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            if (c == 'ß') slug.Append("ss");
            else if (at >= 0) slug.Append(Plain[at]);
            else if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }

    /// <summary>A value in a .NET format.</summary>
    public static Typed Format(Typed value, string format, CallSite site)
    {
        if (value.Type.Kind == CellKind.Text) throw site.Wrong($"a text has no format '{format}'.");
        if (format.Length > MostFormat || format.Length > 3 && char.IsAsciiLetter(format[0]) && !format.AsSpan(1).ContainsAnyExceptInRange('0', '9')) throw site.Wrong($"the format '{format}' asks for too many digits.");
        try
        {
            _ = Texts.Format(0, value.Type.Kind, format);
            if (value.Type.Kind == CellKind.Number) _ = Texts.Format(0.5, value.Type.Kind, format); // some formats are for whole numbers alone
        }
        catch (FormatException)
        {
            throw site.Wrong($"'{format}' is no format; write e.g. '0.00', '000000' or 'yyyy-MM-dd'.");
        }
        return new(Expression.Call(typeof(Texts), nameof(Texts.Format), null, value.AsNumber(), Expression.Constant(value.Type.Kind), Expression.Constant(format)), CellType.FreeText, value.Constant);
    }

    // A categorical text stays categorical: its categories are changed once
    private static FormulaFunction Of(Func<string, string> f) => new(1, 1, (a, site) => a[0].Type.Categories is { } categories && categories.Select(f).Distinct(StringComparer.Ordinal).Count() == categories.Count
        ? a[0] with { Type = new CellType(CellKind.Text, [.. categories.Select(f)]), Literal = a[0].Literal is { } literal ? f(literal) : null }
        : new(Expression.Call(typeof(TextFunctions), nameof(Apply), null, Expression.Constant(f), a[0].AsString()), CellType.FreeText, a[0].Constant));

    private static FormulaFunction Part(Func<string, int, string> f) => new(2, 2, (a, site) =>
        new(Expression.Call(typeof(TextFunctions), nameof(Cut), null, Expression.Constant(f), a[0].AsString(), site.Number(a[1])), CellType.FreeText, a[0].Constant && a[1].Constant));
}
