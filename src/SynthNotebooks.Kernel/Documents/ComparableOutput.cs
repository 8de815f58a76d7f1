using System.Text.Json.Nodes;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>One output of a cell as texts by name, free of what two kernels or two runs may write differently without showing anything else.</summary>
/// <remarks>
/// Texts that nbformat keeps as lists of lines are joined, streams that were saved in several pieces are one, JSON has sorted keys and one
/// spelling a number. The number of the run is left out: it tells the order in which a person ran the cells, and nothing of the result.
/// </remarks>
internal sealed record ComparableOutput(string Type, IReadOnlyDictionary<string, string> Parts)
{
    public static List<ComparableOutput> Of(NotebookCell cell)
    {
        var all = new List<ComparableOutput>();
        foreach (var node in cell.Outputs.OfType<JsonObject>())
        {
            var output = Of(node);
            if (output.Type == "stream" && all.LastOrDefault() is { Type: "stream" } last && last.Parts.Keys.Single() == output.Parts.Keys.Single())
                all[^1] = new("stream", last.Parts.ToDictionary(part => part.Key, part => part.Value + output.Parts[part.Key]));
            else all.Add(output);
        }
        return all;
    }

    private static ComparableOutput Of(JsonObject node)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var type = (node["output_type"] as JsonValue)?.ToString() ?? "";
        switch (type)
        {
            case "stream":
                parts[(node["name"] as JsonValue)?.ToString() ?? "stdout"] = MultilineText.Join(node["text"]);
                break;
            case "error":
                parts["error name"] = MultilineText.Join(node["ename"]);
                parts["error message"] = MultilineText.Join(node["evalue"]);
                parts["traceback"] = node["traceback"] is JsonArray lines ? string.Join('\n', lines.Select(MultilineText.Join)) : "";
                break;
            default:
                foreach (var (mime, content) in node["data"] as JsonObject ?? []) parts[mime] = IsJson(mime) ? JupyterJson.WriteCanonical(content) : MultilineText.Join(content);
                if (node["metadata"] is JsonObject { Count: > 0 } metadata) parts["metadata"] = JupyterJson.WriteCanonical(metadata);
                break;
        }
        return new(type, parts);
    }

    internal static bool IsJson(string mime) => mime == "application/json" || mime.EndsWith("+json", StringComparison.Ordinal);
}
