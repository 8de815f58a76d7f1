using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace SynthNotebooks.Tests;

/// <summary>What holds of everything that is shown, whatever the data says. Our own HTML is well-formed XML, so that a payload that breaks out of its text or attribute breaks the parse.</summary>
internal static partial class ShownMarkup
{
    private static readonly string[] Active =
        ["script", "img", "image", "iframe", "foreignObject", "object", "embed", "a", "base", "link", "meta", "form", "input", "animate", "set", "use", "b", "audio", "video"];

    /// <summary>Checks HTML or SVG.</summary>
    /// <param name="markup">A fragment.</param>
    /// <param name="plain">The same made from a harmless text: its elements and the names of its attributes are the ones there may be.</param>
    /// <param name="formulas">Whether a viewer may typeset formulas in it, as notebooks do in HTML.</param>
    public static XElement Check(string markup, string plain, bool formulas = true)
    {
        var tree = Parse(markup);
        var known = Parse(plain).DescendantsAndSelf().SelectMany(Names).ToHashSet();
        foreach (var element in tree.DescendantsAndSelf())
        {
            Assert.DoesNotContain(element.Name.LocalName, Active.Where(name => !known.Contains(name)));
            foreach (var attribute in element.Attributes())
            {
                Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.ToString());
                Assert.True(!Addresses.Contains(attribute.Name.LocalName) || attribute.Value.StartsWith('#') || InPlace().IsMatch(attribute.Value), attribute.ToString());
                Assert.False(attribute.Value.Contains("url(", StringComparison.Ordinal) && !attribute.Value.StartsWith("url(#", StringComparison.Ordinal), attribute.ToString());
            }
        }
        Assert.Empty(tree.DescendantNodes().OfType<XComment>());
        if (formulas) Assert.All(tree.DescendantNodes().OfType<XText>().Where(IsTypeset), text => Assert.True(text.Value.Length == 1 || text.Value.AsSpan().IndexOfAny('$', '\\') < 0, text.Value));
        Text(markup);
        return tree;
    }

    /// <summary>Checks plain text: line ends and tabs stand, nothing else that a terminal or a browser would obey.</summary>
    public static void Text(string text) => Assert.DoesNotMatch(Acting(), text);

    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "data", "srcdoc", "poster", "background"];

    // The viewers' typesetter passes over what is preformatted.
    private static bool IsTypeset(XText text) => !text.Ancestors().Any(element => element.Name.LocalName is "pre" or "code" or "style" || element.Attribute("class")?.Value.Contains("mathjax_ignore", StringComparison.Ordinal) == true);

    private static IEnumerable<string> Names(XElement element) => element.Attributes().Select(attribute => "@" + attribute.Name.LocalName).Append(element.Name.LocalName);

    private static XElement Parse(string markup)
    {
        using var reader = XmlReader.Create(new StringReader($"<root>{markup}</root>"), new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    [GeneratedRegex("^data:image/(?:png|jpeg|gif|svg\\+xml);base64,[A-Za-z0-9+/]*=*$")]
    private static partial Regex InPlace();

    [GeneratedRegex("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]")]
    private static partial Regex Acting();
}
