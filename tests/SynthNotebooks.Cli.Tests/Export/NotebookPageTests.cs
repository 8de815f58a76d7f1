using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SynthNotebooks.Cli.Export;

namespace SynthNotebooks.Cli.Tests.Export;

public class NotebookPageTests
{
    private const string Attack = "<script>alert(1)</script>";

    [Fact]
    public void Texts_of_every_kind_of_cell_and_output_are_encoded()
    {
        var page = NotebookPage.Render(Notebook(
            new JsonObject { ["cell_type"] = "markdown", ["source"] = Attack },
            new JsonObject { ["cell_type"] = "raw", ["source"] = Attack },
            Code(Attack, new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = Attack }),
            Code("1", new JsonObject { ["output_type"] = "error", ["traceback"] = new JsonArray(Attack) }),
            Code("1", new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["text/plain"] = Attack } })), Attack, ".");

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>"), InlineData("\"><img src=x onerror=alert(1)>"), InlineData("' onmouseover='alert(1)"), InlineData("a\u202Egnp.exe"), InlineData("\u0007\u009b31m\u2066x")]
    [InlineData("[x](javascript:alert(1))"), InlineData("![x](https://example.org/a.png)"), InlineData("<svg/onload=alert(1)>"), InlineData("</title></style></head><b onclick=x>"), InlineData("]]>--><iframe>")]
    public void Nothing_in_a_notebook_s_texts_acts(string payload)
    {
        var page = NotebookPage.Render(Notebook(
            new JsonObject { ["cell_type"] = "markdown", ["source"] = payload },
            new JsonObject { ["cell_type"] = "markdown", ["source"] = "# " + payload },
            new JsonObject { ["cell_type"] = "raw", ["source"] = payload },
            Code(payload, new JsonObject { ["output_type"] = "stream", ["name"] = "stderr", ["text"] = payload }),
            Code("#!load \"" + payload + "\"", new JsonObject { ["output_type"] = "error", ["traceback"] = new JsonArray(payload) }),
            Code("// " + payload, new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["text/plain"] = payload } }),
            Code("1", new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["text/markdown"] = payload } }),
            Code("1", new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["application/json"] = new JsonObject { [payload] = payload } } }),
            Code("1", new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["image/png"] = "AAAA", ["text/plain"] = payload } })), payload, ".");

        var tags = Regex.Matches(page, "<[a-zA-Z/](?:[^>\"]|\"[^\"]*\")*>").Select(tag => tag.Value).ToArray();
        Assert.DoesNotContain(tags, tag => Regex.IsMatch(tag, "^</?(script|iframe|svg|object|embed|form)|(src|href)=\"(https?|javascript):", RegexOptions.IgnoreCase));
        Assert.DoesNotContain(tags, tag => Regex.IsMatch(Regex.Replace(tag, "\"[^\"]*\"", "\"\""), "\\son[a-z]+\\s*=", RegexOptions.IgnoreCase));
        Assert.Single(tags, "<title>");
        Assert.DoesNotContain(page, c => c is '\u202E' or '\u2066' or '\u009b' or < ' ' and not '\n' and not '\t');
    }

    [Fact]
    public void The_first_heading_is_the_title_and_svg_stands_inline()
    {
        var page = NotebookPage.Render(Notebook(
            new JsonObject { ["cell_type"] = "markdown", ["source"] = new JsonArray("# A title\n", "text") },
            Code("x", new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["image/svg+xml"] = "<?xml version=\"1.0\"?><svg></svg>", ["text/plain"] = "t" } })), "file", ".");

        Assert.Contains("<title>A title</title>", page, StringComparison.Ordinal);
        Assert.Contains("<figure><svg></svg></figure>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_from_elsewhere_are_not_fetched() => Assert.DoesNotContain("example.org", NotebookPage.Render(
        Notebook(new JsonObject { ["cell_type"] = "markdown", ["source"] = "![a chart](https://example.org/x.png)" }), "t", "."), StringComparison.Ordinal);

    [Fact]
    public void Code_keeps_its_text_exactly()
    {
        const string code = "#!load \"a & b\" --as t\nvar x = $\"{1} <b>\"; // a < b\nx";

        var html = CodeHighlighter.ToHtml(code);

        Assert.Equal(code, System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "</?span[^>]*>", "")));
    }

    private static JsonObject Notebook(params JsonNode[] cells) => new() { ["cells"] = new JsonArray(cells) };

    private static JsonObject Code(string source, JsonObject output) => new() { ["cell_type"] = "code", ["source"] = source, ["outputs"] = new JsonArray(output) };
}
