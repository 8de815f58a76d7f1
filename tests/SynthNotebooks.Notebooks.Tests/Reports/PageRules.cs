using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace SynthNotebooks.Notebooks.Tests.Reports;

/// <summary>What every report page must keep to.</summary>
internal static partial class PageRules
{
    private static readonly string[] Allowed =
    [
        "html", "head", "meta", "title", "style", "body", "a", "header", "nav", "main", "footer", "section", "article", "div", "span", "p", "h1", "h2", "h3", "strong", "code", "pre",
        "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "script",
        "svg", "desc", "defs", "pattern", "rect", "line", "path", "text", "g", "circle",
    ];

    /// <summary>Well-formed, small, nothing active but our own scripts, nothing fetched, accessible.</summary>
    public static XDocument Check(string page)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1000, 3_000_000);
        Assert.StartsWith("<!DOCTYPE html>\n", page, StringComparison.Ordinal);
        var data = DataBlock().Matches(page).Select(match => match.Groups[1].Value).ToArray();
        foreach (var block in data) using (JsonDocument.Parse(block)) Assert.DoesNotContain('<', block);
        var document = Parse(ScriptText().Replace(page, "$1$2")["<!DOCTYPE html>\n".Length..]);
        foreach (var element in document.Descendants())
        {
            Assert.Contains(element.Name.LocalName, Allowed);
            foreach (var attribute in element.Attributes())
            {
                Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.ToString());
                if (attribute.Name.LocalName == "href") Assert.StartsWith("#", attribute.Value, StringComparison.Ordinal);
                Assert.NotEqual("src", attribute.Name.LocalName);
                if (attribute.Value.Contains("url(", StringComparison.Ordinal)) Assert.StartsWith("url(#", attribute.Value, StringComparison.Ordinal);
            }
        }
        Accessible(document);
        var text = ScriptText().Replace(page, "$1$2");
        Assert.DoesNotContain(text, c => c is '\u202E' or '\u2066' or '\u2069' or '\uE000' or < ' ' and not '\n');
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        return document;
    }

    private static void Accessible(XDocument document)
    {
        Assert.Equal("en", document.Root!.Attribute("lang")!.Value);
        Assert.Single(document.Descendants("h1"));
        Assert.All(document.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(document.Descendants("thead").Elements("tr").Elements("th"), cell => Assert.Equal("col", cell.Attribute("scope")!.Value));
        Assert.All(document.Descendants("tbody").Elements("tr"), row => Assert.Equal("row", row.Element("th")!.Attribute("scope")!.Value));
        Assert.All(document.Descendants("figure"), figure => Assert.Single(figure.Descendants(), element => element.Name.LocalName == "svg" && element.Attribute("role")?.Value == "img"));
        var ids = document.Descendants().Where(element => element.Name.LocalName is not ("title" or "desc" or "pattern")).Select(element => element.Attribute("id")?.Value).OfType<string>().ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(document.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids));
    }

    private static XDocument Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        return XDocument.Load(reader);
    }

    [GeneratedRegex("<script type=\"application/json\"[^>]*>([^<]*)</script>")]
    private static partial Regex DataBlock();

    // What stands in scripts is not markup; no script of ours and no data block holds an end tag.
    [GeneratedRegex("(<script(?: [^>]*)?>).*?(</script>)", RegexOptions.Singleline)]
    private static partial Regex ScriptText();
}
