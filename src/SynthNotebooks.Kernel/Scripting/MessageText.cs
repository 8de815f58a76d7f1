using System.Globalization;
using System.Text;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Messages of errors, which may quote data: characters that a terminal or a browser would obey are shown as <c>[U+202E]</c>.</summary>
internal static class MessageText
{
    /// <summary>The message; tabs and line ends stay.</summary>
    public static string Of(string message)
    {
        if (!message.AsSpan().ContainsAnyExceptInRange(' ', '~')) return message;
        var shown = new StringBuilder(message.Length + 16);
        foreach (var rune in message.EnumerateRunes())
        {
            if (Acts(rune)) shown.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
            else shown.Append(rune.ToString());
        }
        return shown.ToString();
    }

    // The zero-width (non-)joiner shapes letters and emoji, so it stays.
    internal static bool Acts(Rune rune) => rune.Value is not ('\t' or '\n' or '\r' or 0x200C or 0x200D)
        && (rune.Value is 0x2028 or 0x2029 || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
