using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Keys of the user's data, such as names of columns, as they stand between the quotes of a C# string.</summary>
internal static class KeyText
{
    /// <summary>The key, escaped: whatever it holds, it cannot end the string and become code, and what would act when it is shown is spelled out.</summary>
    public static string Of(string key)
    {
        var literal = SymbolDisplay.FormatLiteral(key, quote: true)[1..^1];
        if (!literal.AsSpan().ContainsAnyExceptInRange(' ', '~')) return literal;
        var text = new StringBuilder(literal.Length + 16);
        foreach (var rune in literal.EnumerateRunes())
        {
            if (!MessageText.Acts(rune)) text.Append(rune.ToString());
            else foreach (var unit in rune.ToString()) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }
        return text.ToString();
    }
}
