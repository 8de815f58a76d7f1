using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SynthNotebooks.Cli.Export;

/// <summary>Markdown of a notebook as HTML: raw HTML is shown as text, links that run code lead nowhere, nothing is fetched.</summary>
internal static class PageMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    /// <param name="text">Markdown.</param>
    /// <param name="folder">Folder that relative images are read from.</param>
    public static string ToHtml(string text, string folder)
    {
        var document = Markdown.Parse(PageText.Visible(text), Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
            if (!LeadsToText(link.GetDynamicUrl?.Invoke() ?? link.Url)) (link.Url, link.GetDynamicUrl) = ("#", null);
        foreach (var link in document.Descendants<AutolinkInline>())
            if (!link.IsEmail && !LeadsToText(link.Url)) link.ReplaceBy(new LiteralInline($"<{link.Url}>"));
        return PageImages.Embed(document.ToHtml(Pipeline), folder);
    }

    // A scheme stands before the first colon; without one the address is relative.
    private static bool LeadsToText(string? url)
    {
        if (url is null) return true;
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || url.AsSpan(0, colon).IndexOfAny("/?#") >= 0) return true;
        return url[..colon].Trim().ToLowerInvariant() is "http" or "https" or "mailto" or "attachment";
    }
}
