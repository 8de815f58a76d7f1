namespace SynthNotebooks.Kernel.Server;

/// <summary>Positions in a text: Jupyter counts Unicode code points, .NET counts UTF-16 units.</summary>
/// <remarks>Source: Jupyter messaging 5.2 and later, "cursor_pos and unicode offsets". O(n) each.</remarks>
internal static class CodePoints
{
    /// <summary>The UTF-16 position of a code point; positions outside the text are moved to its ends.</summary>
    public static int ToUtf16(string text, int position)
    {
        var at = 0;
        for (var seen = 0; seen < position && at < text.Length; seen++) at += IsPair(text, at) ? 2 : 1;
        return at;
    }

    /// <summary>The number of code points before a UTF-16 position; one inside a pair counts as before it.</summary>
    public static int FromUtf16(string text, int position)
    {
        var seen = 0;
        for (var at = 0; at < position && at < text.Length; seen++)
        {
            at += IsPair(text, at) ? 2 : 1;
            if (at > position) break;
        }
        return seen;
    }

    private static bool IsPair(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
