using System.Globalization;
using System.Text;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Text from data, with whatever a reader could not see or a viewer would obey spelled out.</summary>
/// <remarks>
/// Control characters become their pictures (␊), marks of direction, invisible characters and lone surrogates become ⟨U+202E⟩. Source of the
/// danger: Boucher and Anderson, Trojan Source, 2021, arXiv:2111.00169.
/// </remarks>
public static class VisibleText
{
    /// <summary>The text on one line, every character visible.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="limit">Most characters of the text that are kept; the rest is an ellipsis.</param>
    public static string Of(string text, int limit = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var visible = new StringBuilder(Math.Min(text.Length, limit) + 16);
        var kept = 0;
        for (var i = 0; i < text.Length; i++, kept++)
        {
            if (kept == limit)
            {
                visible.Append('…');
                break;
            }
            if (char.IsSurrogatePair(text, i)) visible.Append(text[i]).Append(text[++i]);
            else Append(visible, text[i]);
        }
        return visible.ToString();
    }

    private static void Append(StringBuilder visible, char c)
    {
        if (c < ' ') visible.Append((char)(0x2400 + c));
        else if (c == '\u007f') visible.Append('\u2421');
        else if (char.IsSurrogate(c) || IsHidden(c)) visible.Append(CultureInfo.InvariantCulture, $"⟨U+{(int)c:X4}⟩");
        else visible.Append(c);
    }

    // The joiners U+200C and U+200D belong to the spelling of several languages and of emoji.
    private static bool IsHidden(char c) => c is not ('\u200c' or '\u200d') && char.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
