using System.Text.Json.Nodes;
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
