using System.Xml;
using System.Xml.Linq;

namespace SynthNotebooks.Notebooks.Tests.Charts;

/// <summary>What every picture must keep to.</summary>
internal static class SvgRules
{
    /// <summary>The shared list, and texts that are hard to draw.</summary>
    public static readonly string[] Payloads = [.. SynthNotebooks.Tests.Payloads.All, "=cmd|'/c calc'!A0", "👩‍🔬 naïve Ωmega 中文", new('x', 400), "", " "];

    /// <summary>Well-formed, no active content, nothing fetched from elsewhere.</summary>
    public static XDocument Check(string svg)
    {
        using var reader = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        var document = XDocument.Load(reader);
        string[] allowed = ["svg", "title", "desc", "defs", "pattern", "rect", "line", "path", "text", "g"];
        foreach (var element in document.Descendants())
        {
            Assert.Contains(element.Name.LocalName, allowed);
            foreach (var attribute in element.Attributes())
            {
                Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.ToString());
                Assert.NotEqual("href", attribute.Name.LocalName);
                if (attribute.Value.Contains("url(", StringComparison.Ordinal)) Assert.StartsWith("url(#", attribute.Value, StringComparison.Ordinal);
            }
        }
        Assert.DoesNotContain(svg, c => c is '\u202E' or '\u2066' or '\u2069' or '\uE000' or < ' ' and not '\n');
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        return document;
    }
}
