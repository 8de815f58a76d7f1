using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>Reads <c>.ipynb</c> (nbformat 4), <c>.dib</c>, <c>.cs</c> and <c>.csx</c> files; writes <c>.ipynb</c> and <c>.dib</c>.</summary>
public static class NotebookFile
{
    /// <summary>Reads a notebook.</summary>
    /// <exception cref="FormatException">The file is no notebook.</exception>
    /// <exception cref="IOException">There is no such file.</exception>
    public static async Task<NotebookDocument> ReadAsync(string path, CancellationToken cancellation = default)
    {
        if (Directory.Exists(path)) throw new IOException($"'{path}' is a folder; name a notebook in it.");
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no notebook '{path}'.", path);
        return Parse(await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false), path);
    }

    /// <summary>Writes a notebook: the same content always gives the same bytes, those that Jupyter writes. A path that ends in <c>.dib</c> gets that form, without outputs.</summary>
    public static async Task WriteAsync(NotebookDocument notebook, string path, CancellationToken cancellation = default)
    {
        // A new file moved into place: whoever is interrupted leaves the old one whole.
        var place = IsDevice(path) ? path : path + ".new"; // a device, such as /dev/stdout, must not give way to a file
        await File.WriteAllTextAsync(place, Extension(path) == ".dib" ? DibText.Write(notebook) : Write(notebook), new UTF8Encoding(false), cancellation).ConfigureAwait(false);
        if (place != path) File.Move(place, path, overwrite: true);
    }

    /// <summary>Reads the text of a notebook; the path decides between the formats.</summary>
    /// <exception cref="FormatException">The text is no notebook.</exception>
    public static NotebookDocument Parse(string text, string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (Extension(path) == ".dib") return DibText.Read(text);
            if (Extension(path) is ".cs" or ".csx") return CsxText.Read(text);
            if (JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) is not JsonObject node || node["cells"] is not JsonArray cells || cells.Any(c => c is not JsonObject))
                throw new FormatException($"'{name}' is no notebook: it has no list of cells.");
            if (node["nbformat"] is JsonValue format && format.TryGetValue<int>(out var major) && major != 4)
                throw new FormatException($"'{name}' has nbformat {major}; only 4 is read.");
            if (node["metadata"] is not JsonObject) node["metadata"] = new JsonObject();
            return new NotebookDocument(node);
        }
        catch (FormatException failure) when (!failure.Message.Contains(name, StringComparison.Ordinal))
        {
            throw new FormatException($"'{name}' is no notebook: {failure.Message}", failure);
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

    private static bool IsDevice(string path) => !OperatingSystem.IsWindows() && File.Exists(path)
        && Path.GetFullPath(path) is var full && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal));

    private static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();

    private static void SplitLines(JsonObject owner, string key)
    {
        if (owner[key] is JsonValue value && value.TryGetValue<string>(out var text)) owner[key] = new JsonArray([.. MultilineText.Split(text).Select(line => (JsonNode)line)]);
    }
}
