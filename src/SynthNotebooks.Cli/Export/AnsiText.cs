using System.Text.RegularExpressions;

namespace SynthNotebooks.Cli.Export;

/// <summary>Terminal colour codes in printed text.</summary>
internal static partial class AnsiText
{
    /// <summary>The text without them.</summary>
    public static string Strip(string text) => text.Contains('\u001b', StringComparison.Ordinal) ? Sequence().Replace(text, "") : text;

    [GeneratedRegex(@"\u001b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Sequence();
}
