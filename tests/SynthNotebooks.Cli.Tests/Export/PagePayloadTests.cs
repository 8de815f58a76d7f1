using System.Text.Json.Nodes;
using SynthNotebooks.Cli.Export;
using SynthNotebooks.Cli.Hosting;
using SynthNotebooks.Kernel.Documents;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Cli.Tests.Export;

/// <summary>Whatever in the tool holds markup in its code is found there; each writes every payload, alone and in a page.</summary>
public sealed class PagePayloadTests
{
    private static string Folder => AppContext.BaseDirectory;

    private static readonly Dictionary<Type, Func<string, string>> Samples = new()
    {
        [typeof(CodeHighlighter)] = payload => $"<pre>{CodeHighlighter.ToHtml($"var x = \"{payload}\"; // {payload}\n#!load {payload}\n{payload}")}</pre>",
        [typeof(PageImages)] = payload => PageImages.Embed(PageMarkdown.ToHtml($"[link](#there)\n\n![{payload}](#x \"{payload}\")\n\n![a]({payload})", Folder), Folder),
        [typeof(PageTemplate)] = payload => PageTemplate.Wrap(payload, "<p>text</p>")["<!DOCTYPE html>\n".Length..],
        [typeof(NotebookPage)] = payload => NotebookPage.Render(Notebook(payload), payload, Folder)["<!DOCTYPE html>\n".Length..],
        [typeof(PagePicture)] = payload => PagePicture.ToHtml($"<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{PageText.Encode(payload)}</title></svg>") + PagePicture.ToHtml($"<svg>{payload}</svg>"),
    };

    private static readonly Dictionary<string, string> Others = [];

    private static IReadOnlyList<Type> Found { get; } = MarkupLiterals.TypesIn(typeof(Tool).Assembly);

    public static TheoryData<string> Sources => [.. Found.Where(Samples.ContainsKey).Select(type => type.Name)];

    [Fact]
    public void Every_source_of_markup_has_a_sample()
    {
        var missing = Found.Where(type => !Samples.ContainsKey(type) && !Others.ContainsKey(type.Name)).ToArray();
        Assert.True(missing.Length == 0, $"These hold markup in their code: give each a sample of what it writes of a payload. {string.Join(", ", missing.Select(type => type.FullName))}");
        Assert.Empty(Samples.Keys.Except(Found));
    }

    [Theory, MemberData(nameof(Sources))]
    public void Nothing_from_a_notebook_acts(string source)
    {
        var sample = Samples[Found.Single(type => type.Name == source)];
        var plain = sample("[link](#there)");
        foreach (var payload in Payloads.All.Concat(["<javascript:alert(1)>", "<data:text/html,x>", "[x]\n\n[x]: javascript:alert(1)", "[x](java\nscript:alert(1))", "[x]( JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))", "![x](\"onerror=\"alert(1))"]))
            ShownMarkup.Check(sample(payload), plain, formulas: false); // a page has no script that could typeset
    }

    [Theory]
    [InlineData("<svg onload=\"alert(1)\"/>"), InlineData("<svg><script>alert(1)</script></svg>"), InlineData("<svg><a href=\"javascript:alert(1)\"><text>x</text></a></svg>")]
    [InlineData("<svg><foreignObject><iframe src=\"x\"/></foreignObject></svg>"), InlineData("<svg><image href=\"https://example.org/x.png\"/></svg>"), InlineData("<svg></svg><script>alert(1)</script>"), InlineData("<svg><g></svg>")]
    [InlineData("<svg><title><img src=\"x\"/></title><p>out</p></svg>"), InlineData("<svgx onclick=\"x\"/>"), InlineData("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x \"y\">]><svg>&x;</svg>"), InlineData("text"), InlineData("<svg><!-- --><![CDATA[<script>alert(1)</script>]]></svg>")]
    public void A_picture_that_acts_is_shown_without_what_does_or_not_at_all(string svg) => ShownMarkup.Check(PagePicture.ToHtml(svg) ?? "", "<image/>", formulas: false);

    [Fact]
    public void A_picture_of_ours_stays_as_it_is()
    {
        var picture = new CategoryBarsFigure("title", "description", ["a", "b"], [0.5, 0.5], [0.25, 0.75]).ToSvg();
        Assert.Equal(picture, PagePicture.ToHtml("<?xml version=\"1.0\"?>\n" + picture));
    }

    [Fact]
    public async Task Nothing_from_a_table_acts_in_the_page_of_a_notebook_that_shows_it()
    {
        // One session for all: what is shown is what the kernel and the displays make of the payloads.
        var cells = string.Join(",", Payloads.All.Where(payload => payload != "lone \ud800 half").Select(payload => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(payload, quote: true)));
        var code = $"var nasty = new[] {{ {cells} }};\nforeach (var one in nasty) {{ display(new DataFrame(TextColumn.Of(one, new[] {{ one, null }}))); display(new Dictionary<string, object> {{ [one] = one }}); display(one); }}\nthrow new Exception(string.Join(\" \", nasty));";
        var notebook = NotebookDocument.Of([(CellKind.Code, code)]);
        await using var session = LaboratorySession.Create(Path.GetTempPath());
        var result = await new NotebookRunner(session).RunAsync(notebook, new Progress<NotebookProgress>(), CancellationToken.None);
        Assert.Equal("Exception", result.Error!.Name);

        var page = NotebookPage.Render(notebook.Node, "t", Folder)["<!DOCTYPE html>\n".Length..];

        var tree = ShownMarkup.Check(page, PageTemplate.Wrap("t", "")["<!DOCTYPE html>\n".Length..], formulas: false);
        Assert.Equal(2 * (Payloads.All.Count - 1), tree.Descendants("table").Count());
    }

    private static JsonObject Notebook(string payload) => new()
    {
        ["cells"] = new JsonArray(
            Cell("markdown", payload), Cell("markdown", $"# {payload}\n\n| {payload} | b |\n|---|---|\n| {payload} | `{payload}` |"), Cell("raw", payload),
            Cell("code", payload, new JsonObject { ["output_type"] = "stream", ["name"] = payload, ["text"] = payload }),
            Cell("code", "1", new JsonObject { ["output_type"] = "error", ["traceback"] = new JsonArray(payload, "\u001b[31m" + payload) }),
            Shown("text/plain", payload), Shown("text/markdown", payload), Shown("application/json", new JsonObject { ["text"] = payload }), Shown("image/png", "AAAA"), Shown("image/png", payload), Shown("image/jpeg", payload), Shown("image/svg+xml", payload)),
    };

    private static JsonObject Shown(string mime, JsonNode content) =>
        Cell("code", "1", new JsonObject { ["output_type"] = "display_data", ["data"] = mime == "text/plain" ? new JsonObject { [mime] = content } : new JsonObject { [mime] = content.DeepClone(), ["text/plain"] = content is JsonValue ? content.DeepClone() : "" } });

    private static JsonObject Cell(string type, string source, params JsonNode[] outputs) => new() { ["cell_type"] = type, ["source"] = source, ["outputs"] = new JsonArray(outputs) };
}
