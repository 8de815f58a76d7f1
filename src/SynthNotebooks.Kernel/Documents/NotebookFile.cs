using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>Reads <c>.ipynb</c> (nbformat 4) and <c>.dib</c> files; writes <c>.ipynb</c>.</summary>
public static class NotebookFile
{
    /// <summary>Reads a notebook.</summary>
    /// <exception cref="FormatException">The file is no notebook.</exception>
    public static async Task<NotebookDocument> ReadAsync(string path, CancellationToken cancellation = default) =>
        Parse(await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false), path);

    /// <summary>Writes a notebook: the same content always gives the same bytes, those that Jupyter writes.</summary>
    public static async Task WriteAsync(NotebookDocument notebook, string path, CancellationToken cancellation = default)
    {
        // A new file moved into place: whoever is interrupted leaves the old one whole.
        var fresh = path + ".new";
        await File.WriteAllTextAsync(fresh, Write(notebook), new UTF8Encoding(false), cancellation).ConfigureAwait(false);
        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Reads the text of a notebook; the path decides between the formats.</summary>
    /// <exception cref="FormatException">The text is no notebook.</exception>
    public static NotebookDocument Parse(string text, string path)
    {
        var name = Path.GetFileName(path);
        if (Path.GetExtension(path).Equals(".dib", StringComparison.OrdinalIgnoreCase)) return NotebookDocument.Of(DibText.Cells(text));
        try
        {
            if (JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) is not JsonObject node || node["cells"] is not JsonArray cells || cells.Any(c => c is not JsonObject))
                throw new FormatException($"'{name}' is no notebook: it has no list of cells.");
            if (node["nbformat"] is JsonValue format && format.TryGetValue<int>(out var major) && major != 4)
                throw new FormatException($"'{name}' has nbformat {major}; only 4 is read.");
            if (node["metadata"] is not JsonObject) node["metadata"] = new JsonObject();
            return new NotebookDocument(node);
        }
        catch (JsonException failure)
        {
            throw new FormatException($"'{name}' is no notebook: {failure.Message}", failure);
        }
    }

    /// <summary>The text of a notebook file.</summary>
    public static string Write(NotebookDocument notebook)
    {
        var node = notebook.Node.DeepClone().AsObject();
        foreach (var cell in node["cells"]!.AsArray().Select(c => c!.AsObject()))
        {
            SplitLines(cell, "source");
            if (cell["outputs"] is not JsonArray outputs) continue;
            foreach (var output in outputs.OfType<JsonObject>())
            {
                SplitLines(output, "text");
                if (output["data"] is not JsonObject data) continue;
                foreach (var mime in data.Select(d => d.Key).Where(m => m != "application/json" && !m.EndsWith("+json", StringComparison.Ordinal)).ToArray()) SplitLines(data, mime);
            }
        }
        return JupyterJson.Write(node);
    }

    private static void SplitLines(JsonObject owner, string key)
    {
        if (owner[key] is JsonValue value && value.TryGetValue<string>(out var text)) owner[key] = new JsonArray([.. MultilineText.Split(text).Select(line => (JsonNode)line)]);
    }
}
