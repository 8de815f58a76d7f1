using System.Globalization;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>How arguments are spelled: names in kebab case, values as a user types them.</summary>
internal static class ArgumentText
{
    /// <summary><c>MinimumCount</c> as <c>minimum-count</c>.</summary>
    public static string Kebab(string name)
    {
        var text = new System.Text.StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiLetterUpper(name[i]) && i > 0 && (!char.IsAsciiLetterUpper(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]))))
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }

    /// <summary>«--rows takes a whole number, at least 0.»</summary>
    public static string Accepts(MagicParameter parameter) => $"--{parameter.Name} takes {Kind(parameter)}.";

    /// <summary>What a value looks like, in words.</summary>
    public static string Kind(MagicParameter parameter)
    {
        var type = Underlying(parameter);
        if (parameter.IsFlag) return "no value";
        if (type == typeof(bool)) return "true or false";
        if (type.IsEnum) return $"one of {string.Join(", ", Enum.GetNames(type).Select(Kebab))}";
        if (type == typeof(double)) return "a number" + Range(parameter);
        if (IsWhole(type)) return "a whole number" + Range(parameter);
        if (type == typeof(IReadOnlyList<string>)) return "a list such as a,b or [\"a\", \"b\"]";
        if (parameter.IsNewVariable) return "a name for a variable";
        return "a text";
    }

    /// <summary>A value as it would be typed; empty for none.</summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        Enum member => Kebab(member.ToString()),
        string text => text.Length > 0 && !text.Any(char.IsWhiteSpace) ? text : $"\"{text}\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable<string> list => string.Join(",", list),
        _ => TypeNames.Of(value.GetType()),
    };

    public static Type Underlying(MagicParameter parameter) => Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;

    public static bool IsWhole(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(ulong);

    public static string Range(MagicParameter parameter) => (parameter.Minimum, parameter.Maximum) switch
    {
        ({ } low, { } high) => $", {Number(low)} to {Number(high)}",
        ({ } low, null) => $", at least {Number(low)}",
        (null, { } high) => $", at most {Number(high)}",
        _ => "",
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
