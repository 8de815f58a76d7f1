using System.Text;
using System.Text.Json.Nodes;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>Lists every text that a notebook file holds: sources, outputs in all their forms, metadata, attachments.</summary>
public static class NotebookTexts
{
    private const string Plain = "text/plain", Json = "application/json";

    /// <summary>The texts in the order of the file. Cost: linear in its size.</summary>
    public static IEnumerable<NotebookText> Of(NotebookDocument notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        yield return new(-1, -1, "metadata", Json, notebook.Metadata.ToJsonString());
        foreach (var (index, cell) in notebook.Cells.Index())
        {
            yield return new(index, -1, "source", cell.Kind == CellKind.Markdown ? "text/markdown" : Plain, cell.Source);
            foreach (var (key, value) in cell.Node)
            {
                if (key is "source" or "outputs" or "attachments" or "cell_type" or "execution_count" or "id" || value is null) continue;
                yield return new(index, -1, key, Json, value.ToJsonString());
            }
            foreach (var (name, forms) in cell.Node["attachments"] as JsonObject ?? [])
            {
                yield return new(index, -1, "name of an attachment", Plain, name);
                foreach (var (mime, content) in forms as JsonObject ?? []) yield return new(index, -1, $"attachment '{name}'", mime, IsText(mime) ? Decoded(MultilineText.Join(content)) : null);
            }
            foreach (var (place, output) in cell.Outputs.Index())
                if (output is JsonObject fields)
                    foreach (var text in OfOutput(index, place, fields)) yield return text;
        }
    }

    private static IEnumerable<NotebookText> OfOutput(int cell, int place, JsonObject output)
    {
        foreach (var (key, value) in output)
        {
            switch (key)
            {
                case "output_type" or "execution_count" or "name" or "ename":
                    break;
                case "text":
                    yield return new(cell, place, (output["name"] as JsonValue)?.ToString() ?? "stdout", Plain, MultilineText.Join(value));
                    break;
                case "evalue":
                    yield return new(cell, place, "error message", Plain, MultilineText.Join(value));
                    break;
                case "traceback":
                    yield return new(cell, place, "traceback", Plain, string.Join('\n', (value as JsonArray ?? []).Select(MultilineText.Join)));
                    break;
                case "data":
                    foreach (var (mime, content) in value as JsonObject ?? [])
                        yield return new(cell, place, mime, mime, ComparableOutput.IsJson(mime) ? content?.ToJsonString() ?? "" : IsText(mime) ? MultilineText.Join(content) : null);
                    break;
                default:
                    if (value is not null) yield return new(cell, place, key, Json, value.ToJsonString());
                    break;
            }
        }
    }

    private static bool IsText(string mime) => !(mime.StartsWith("image/", StringComparison.Ordinal) && !mime.EndsWith("+xml", StringComparison.Ordinal)
        || mime.StartsWith("audio/", StringComparison.Ordinal) || mime.StartsWith("video/", StringComparison.Ordinal) || mime is "application/pdf" or "application/octet-stream");

    private static string Decoded(string content)
    {
        var bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : content;
    }
}
