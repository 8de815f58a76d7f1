namespace SynthNotebooks.Tests;

/// <summary>Texts that try to act when they are shown: what a column, a category, a key, a message, a title or a file may be called.</summary>
internal static class Payloads
{
    public static IReadOnlyList<string> All { get; } =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "\"><svg onload=alert(1)>", "</pre></td></table><b>out</b>", "</title></style><b>out</b>",
        "$x$", "\\(x\\)", "$$\\frac{a}{b}$$", "\u202egnp.exe", "two\nlines", "\ttab", "\u0000\u0007\u001b[31m", "\u001b]0;title\u0007", "\u2028", "lone \ud800 half", "]]>&amp;", "&#0;", "{{7*7}}",
        "`code`", "[link](javascript:alert(1))", "![](http://example.com/x.png)", "<!--", "--><b>out</b>", "javascript:alert(1)", "<foreignObject>", "<details open ontoggle=alert(1)>",
        "</script><b>out</b>", "\u2066isolate\u2069", "\u009b31m", "\uE000private\uFFFF", "&lt;b&gt;", "=1+1",
    ];

    /// <summary>Those that can stand in the name of a file.</summary>
    public static IReadOnlyList<string> OfFiles { get; } = [.. All.Where(payload => !payload.Contains('\0', StringComparison.Ordinal)).Select(payload => payload.Replace('/', '|'))];

    /// <summary>On one line and without quotes: what can stand between the quotes of an argument.</summary>
    public static string Argument(string payload) => payload.Replace("\n", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
}
