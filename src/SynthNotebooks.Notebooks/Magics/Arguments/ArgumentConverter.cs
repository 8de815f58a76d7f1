using System.Globalization;
using System.Text.Json;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Turns the text of an argument into a value of the parameter's type.</summary>
internal static class ArgumentConverter
{
    /// <exception cref="MagicException">The text is no such value; the message tells what was read and what is accepted.</exception>
    public static object Convert(MagicParameter parameter, MagicToken token, INotebookVariables variables)
    {
        if (parameter.IsFlag) return true;
        var type = ArgumentText.Underlying(parameter);
        var text = Text(token, parameter, variables);
        if (type == typeof(string)) return parameter.IsNewVariable ? VariableName(parameter, text) : text;
        if (type == typeof(IReadOnlyList<string>)) return List(parameter, token.Kind, text);
        if (token.Kind == MagicTokenKind.Json) throw Refused(parameter, text);
        if (type == typeof(bool)) return bool.TryParse(text, out var flag) ? flag : throw Refused(parameter, text);
        if (type.IsEnum) return Member(parameter, type, text);
        return Number(parameter, type, text);
    }

    /// <summary>The text of a value; for <c>@name</c> that of the variable.</summary>
    public static string Text(MagicToken token, MagicParameter parameter, INotebookVariables variables)
    {
        if (token.Kind != MagicTokenKind.Reference) return token.Text;
        if (!variables.TryGet(token.Text, out var value))
            throw new MagicException(UnknownColumn.Message("variable", token.Text, variables.List().Select(variable => variable.Name)));
        return value switch
        {
            string text => text,
            bool or Enum => ArgumentText.Of(value),
            int or long or ulong or uint or short or byte or double or float or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            null => throw new MagicException($"@{token.Text} for --{parameter.Name} is null."),
            _ => throw new MagicException(
                $"@{token.Text} for --{parameter.Name} is a {TypeNames.Of(value.GetType())}; '@' takes the value of a text or number variable. To name the variable itself write {token.Text} without '@'."),
        };
    }

    private static string VariableName(MagicParameter parameter, string text) => CSharpIdentifier.IsValid(text)
        ? text
        : throw new MagicException($"--{parameter.Name} names a variable; read '{text}', which is no C# identifier (letters, digits and '_', not a digit first, no keyword).");

    private static string[] List(MagicParameter parameter, MagicTokenKind kind, string text)
    {
        if (kind != MagicTokenKind.Json) return text.Split(',', StringSplitOptions.TrimEntries);
        using var json = JsonDocument.Parse(text);
        if (json.RootElement.ValueKind != JsonValueKind.Array) throw Refused(parameter, text);
        return [.. json.RootElement.EnumerateArray().Select(item => item.ValueKind switch
        {
            JsonValueKind.String => item.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => item.GetRawText(),
            _ => throw Refused(parameter, text),
        })];
    }

    private static object Member(MagicParameter parameter, Type type, string text) =>
        Enum.GetNames(type).FirstOrDefault(name => string.Equals(ArgumentText.Kebab(name), text, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse(type, found)
            : throw new MagicException(UnknownColumn.Message($"value of --{parameter.Name}", text, Enum.GetNames(type).Select(ArgumentText.Kebab)));

    private static object Number(MagicParameter parameter, Type type, string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        object? value =
            type == typeof(double) && double.TryParse(text, NumberStyles.Float, invariant, out var real) && double.IsFinite(real) ? real
            : type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var whole) ? whole
            : type == typeof(long) && long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var wide) ? wide
            : type == typeof(ulong) && ulong.TryParse(text, NumberStyles.None, invariant, out var natural) ? natural
            : null;
        if (value is null) throw Refused(parameter, text);
        var size = System.Convert.ToDouble(value, invariant);
        return size < parameter.Minimum || size > parameter.Maximum ? throw Refused(parameter, text) : value;
    }

    private static MagicException Refused(MagicParameter parameter, string text) => new($"{ArgumentText.Accepts(parameter)} Read '{text}'.");
}
