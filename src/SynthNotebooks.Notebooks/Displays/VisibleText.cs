using System.Globalization;
using System.Text;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Makes characters that would act instead of show (control, direction, invisible ones) visible.</summary>
public static class VisibleText
{
    /// <summary>The text with such characters as <c>[U+202E]</c>; the same text when there are none.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = true;
        foreach (var c in text) clean &= c is >= ' ' and < '\x7F' or >= '\u00A1' and < '\u0300' and not '\u00AD';
        if (clean) return text;
        var shown = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) Append(shown, char.ConvertToUtf32(c, text[++i]));
            else if (char.IsSurrogate(c)) shown.Append('\uFFFD'); // half a pair
            else Append(shown, c);
        }
        return shown.ToString();
    }

    private static void Append(StringBuilder shown, int scalar)
    {
        if (Acts(scalar)) shown.Append(CultureInfo.InvariantCulture, $"[U+{scalar:X4}]");
        else shown.Append(char.ConvertFromUtf32(scalar));
    }

    // The zero-width (non-)joiner shapes letters and emoji in many scripts, so it stays.
    private static bool Acts(int scalar) => scalar is 0x200C or 0x200D ? false
        : scalar is 0x2028 or 0x2029 or 0xFFFE or 0xFFFF
            || CharUnicodeInfo.GetUnicodeCategory(scalar) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
