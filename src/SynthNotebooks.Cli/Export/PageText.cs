using System.Net;

namespace SynthNotebooks.Cli.Export;

/// <summary>Text of any origin for a page: nothing in it is markup, and characters that would act (direction, control) are shown.</summary>
internal static class PageText
{
    /// <summary>Encoded for HTML; line ends and tabs stay.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(Visible(text));

    /// <summary>Not encoded yet; for what goes through a converter that encodes.</summary>
    public static string Visible(string text) => VisibleWriter.Of(text).ReplaceLineEndings("\n");
}
