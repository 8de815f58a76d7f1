using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace SynthNotebooks.Cli.Export;

/// <summary>An executed notebook as one self-contained page: SVG inline, no script, no outside resource.</summary>
/// <remarks>
/// The page carries a content policy that forbids scripts and anything fetched, so that what a cell put into an HTML output cannot call home.
/// Raw HTML in Markdown is shown as text. Cost: one pass over the notebook.
/// </remarks>
internal static class NotebookPage
{
    // The richest first; what an output offers of these, the page shows one.
    private static readonly string[] Preference = ["image/svg+xml", "text/html", "image/png", "image/jpeg", "text/markdown", "application/json", "text/plain"];

    /// <param name="notebook">nbformat 4 JSON.</param>
    /// <param name="title">Title of the page; the first heading replaces it.</param>
    /// <param name="folder">Folder that relative images of Markdown cells are read from.</param>
    public static string Render(JsonObject notebook, string title, string folder)
    {
        var body = new StringBuilder();
        foreach (var cell in notebook["cells"] as JsonArray ?? [])
        {
            if (cell is not JsonObject content) continue;
            var source = Text(content["source"]);
            switch ((string?)content["cell_type"])
            {
                case "markdown":
                    var heading = source.Split('\n').FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal));
                    if (heading is not null && body.Length == 0) title = heading[2..].Trim();
                    body.Append("<section class=\"prose\">").Append(PageMarkdown.ToHtml(source, folder)).Append("</section>\n");
                    break;
                case "code":
                    Code(body, content, source, folder);
                    break;
                default:
                    body.Append("<pre class=\"raw\">").Append(PageText.Encode(source)).Append("</pre>\n");
                    break;
            }
        }
        return PageTemplate.Wrap(title, body.ToString());
    }

    private static void Code(StringBuilder body, JsonObject cell, string source, string folder)
    {
        body.Append("<section class=\"cell\">");
        if (source.Trim().Length > 0) body.Append("<pre class=\"code\"><code>").Append(CodeHighlighter.ToHtml(source)).Append("</code></pre>");
        foreach (var output in cell["outputs"] as JsonArray ?? [])
        {
            if (output is not JsonObject content) continue;
            switch ((string?)content["output_type"])
            {
                case "stream":
                    body.Append((string?)content["name"] == "stderr" ? "<pre class=\"stream stderr\">" : "<pre class=\"stream\">")
                        .Append(PageText.Encode(AnsiText.Strip(Text(content["text"])))).Append("</pre>");
                    break;
                case "error":
                    var lines = (content["traceback"] as JsonArray ?? []).Select(line => AnsiText.Strip((string?)line ?? ""));
                    body.Append("<pre class=\"stream error\">").Append(PageText.Encode(string.Join('\n', lines))).Append("</pre>");
                    break;
                default:
                    if (content["data"] is JsonObject data) Bundle(body, data, folder);
                    break;
            }
        }
        body.Append("</section>\n");
    }

    private static void Bundle(StringBuilder body, JsonObject data, string folder)
    {
        var mime = Preference.FirstOrDefault(data.ContainsKey);
        if (mime is null) return;
        var content = Text(data[mime]);
        body.Append("<div class=\"output\">");
        switch (mime)
        {
            case "image/svg+xml":
                body.Append(PagePicture.ToHtml(content) is { } picture ? $"<figure>{picture}</figure>" : $"<pre>{PageText.Encode(Text(data["text/plain"]))}</pre>");
                break;
            case "text/html":
                body.Append(content);
                break;
            case "image/png" or "image/jpeg":
                var bytes = content.Replace("\n", "", StringComparison.Ordinal);
                if (Base64.IsValid(bytes)) body.Append("<img alt=\"").Append(PageText.Encode(Text(data["text/plain"]))).Append("\" src=\"data:").Append(mime).Append(";base64,").Append(bytes).Append("\" />");
                else body.Append("<pre>").Append(PageText.Encode(Text(data["text/plain"]))).Append("</pre>");
                break;
            case "text/markdown":
                body.Append(PageMarkdown.ToHtml(content, folder));
                break;
            case "application/json":
                body.Append("<pre>").Append(PageText.Encode(data[mime]!.ToJsonString())).Append("</pre>");
                break;
            default:
                body.Append("<pre>").Append(PageText.Encode(AnsiText.Strip(content))).Append("</pre>");
                break;
        }
        body.Append("</div>");
    }

    // nbformat keeps texts as one string or as a list of lines.
    private static string Text(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonValue value when value.TryGetValue(out string? text) => text,
        null => "",
        _ => node.ToJsonString(),
    };
}
