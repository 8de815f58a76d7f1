using System.Xml;
using System.Xml.Linq;

namespace SynthNotebooks.Cli.Export;

/// <summary>SVG of a notebook's output as a part of a page: a picture, whatever else it tried to be.</summary>
internal static class PagePicture
{
    private static readonly HashSet<string> Active = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "foreignObject", "a", "iframe", "object", "embed", "audio", "video", "link", "meta", "handler", "animate", "animateMotion", "animateTransform", "set",
    };

    // At these, a browser that reads a page takes the picture for ended and goes on in HTML.
    private static readonly HashSet<string> Ending = new(StringComparer.OrdinalIgnoreCase)
    {
        "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu",
        "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
    };

    /// <returns>The picture, as it is when nothing in it acts, without what does otherwise; null when the text is no SVG, so that it could be anything once it stands in a page.</returns>
    public static string? ToHtml(string svg)
    {
        var start = svg.IndexOf("<svg", StringComparison.Ordinal); // an XML declaration is not allowed inside a page
        if (start < 0) return null;
        var picture = PageText.Visible(svg[start..]);
        try
        {
            using var reader = XmlReader.Create(new StringReader(picture), new() { DtdProcessing = DtdProcessing.Prohibit });
            var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            var elements = root.Descendants().Where(IsForeign).ToList();
            var attributes = root.DescendantsAndSelf().Attributes().Where(Acts).ToList();
            if (elements.Count + attributes.Count == 0 && root.Name.LocalName == "svg" && !root.DescendantNodes().Any(node => node is XComment or XCData or XProcessingInstruction)) return picture;
            if (root.Name.LocalName != "svg") return null;
            elements.Remove();
            attributes.Remove();
            foreach (var node in root.DescendantNodes().Where(node => node is XComment or XProcessingInstruction).ToList()) node.Remove();
            foreach (var text in root.DescendantNodes().OfType<XCData>().ToList()) text.ReplaceWith(new XText(text.Value));
            return root.ToString(SaveOptions.DisableFormatting);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // A title holds text: what else stands in it is HTML to a browser.
    private static bool IsForeign(XElement element) =>
        Active.Contains(element.Name.LocalName) || Ending.Contains(element.Name.LocalName) || element.Parent!.Name.LocalName is "title" or "desc";

    // Parts of the picture itself and pictures within it may be named; nothing else is followed.
    private static bool Acts(XAttribute attribute) => !attribute.IsNamespaceDeclaration
        && (attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || (attribute.Name.LocalName is "href" or "src" && !attribute.Value.StartsWith('#') && !attribute.Value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)));
}
