using System.Net;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Cli.Export;

/// <summary>Text of any origin for a page: nothing in it is markup, and characters that would act (direction, control) are shown.</summary>
internal static class PageText
{
    /// <summary>Encoded for HTML; line ends and tabs stay.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(Visible(text));

    /// <summary>Not encoded yet; for what goes through a converter that encodes.</summary>
    public static string Visible(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => string.Join('\t', line.Split('\t').Select(VisibleText.Of))));
}
