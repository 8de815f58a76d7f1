using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>The format of Polyglot Notebooks: a line <c>#!language</c> begins a cell; a first part <c>#!meta</c> holds JSON about the kernels.</summary>
internal static class DibText
{
    private const string Csharp = "#!csharp", Markdown = "#!markdown", Raw = "#!raw", Meta = "#!meta";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        Csharp, "#!c#", "#!fsharp", "#!f#", "#!pwsh", "#!powershell", Markdown, "#!html", "#!javascript", "#!js", "#!sql", "#!kql", "#!mermaid", "#!http", "#!value", Meta,
    };

    /// <summary>Reads a notebook. A cell of another language keeps its magic as its first line, which is how this kernel runs it.</summary>
    /// <exception cref="FormatException"><c>#!meta</c> is followed by something else than a JSON object.</exception>
    public static NotebookDocument Read(string text)
    {
        var meta = MetaOf(text);
        var starts = Starts(meta);
        var cells = new List<(CellKind, string)>();
        var (language, lines) = (Csharp, new StringBuilder());
        foreach (var line in Lines(text))
        {
            if (!IsStart(line, starts, out var name))
            {
                lines.Append(line).Append('\n');
                continue;
            }
            Flush();
            (language, lines) = (name, new StringBuilder());
        }
        Flush();
        var notebook = NotebookDocument.Of(cells);
        if (meta is not null) notebook.Metadata["polyglot_notebook"] = meta;
        return notebook;

        void Flush()
        {
            var source = lines.ToString().Trim('\n');
            if (source.Length == 0 || language == Meta) return;
            cells.Add(language switch
            {
                Markdown => (CellKind.Markdown, source),
                Raw => (CellKind.Raw, source),
                Csharp or "#!c#" => (CellKind.Code, source),
                _ => (CellKind.Code, language + "\n" + source),
            });
        }
    }

    /// <summary>Writes a notebook; outputs have no place in the format. What was read from a text of this form is written as the same text.</summary>
    public static string Write(NotebookDocument notebook)
    {
        var meta = MetaFor(notebook);
        var starts = Starts(meta);
        var text = new StringBuilder().Append(Meta).Append("\n\n").Append(meta.ToJsonString(Relaxed)).Append('\n');
        foreach (var cell in notebook.Cells)
        {
            var (language, source) = (cell.Kind switch { CellKind.Markdown => Markdown, CellKind.Raw => Raw, _ => Csharp }, Lines(cell.Kind == CellKind.Code ? cell.CodeWithLanguage : cell.Source).ToArray());
            if (cell.Kind == CellKind.Code && IsStart(source[0], starts, out var own) && own != Meta) (language, source) = (own, source[1..]);
            var body = string.Join('\n', source).Trim('\n');
            if (body.Length > 0) text.Append('\n').Append(language).Append("\n\n").Append(body).Append('\n');
        }
        return text.ToString();
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string[] Lines(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');

    private static bool IsStart(string line, HashSet<string> starts, out string name) =>
        CellParser.TryMagic(line, out name, out var arguments) && arguments.Length == 0 && starts.Contains(name);

    // The languages of any notebook, and the kernels that this one connects to.
    private static HashSet<string> Starts(JsonObject? meta)
    {
        var starts = new HashSet<string>(Known, StringComparer.Ordinal);
        foreach (var kernel in meta?["kernelInfo"]?["items"] as JsonArray ?? [])
        {
            if (kernel is not JsonObject fields) continue;
            foreach (var name in (fields["aliases"] as JsonArray ?? []).Prepend(fields["name"]))
                if (name is JsonValue value && value.TryGetValue<string>(out var text)) starts.Add("#!" + text);
        }
        return starts;
    }

    private static JsonObject? MetaOf(string text)
    {
        var lines = Lines(text);
        var start = Array.FindIndex(lines, line => line.TrimEnd() == Meta);
        if (start < 0) return null;
        var end = Array.FindIndex(lines, start + 1, line => IsStart(line, Known, out _));
        var json = string.Join('\n', lines[(start + 1)..(end < 0 ? lines.Length : end)]);
        if (string.IsNullOrWhiteSpace(json)) return null;
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new FormatException("What follows #!meta is no JSON object.");
        }
        catch (JsonException failure)
        {
            throw new FormatException($"What follows #!meta is no sound JSON: {failure.Message}", failure);
        }
    }

    private static JsonObject MetaFor(NotebookDocument notebook)
    {
        var meta = notebook.Metadata["polyglot_notebook"] is JsonObject kept ? kept.DeepClone().AsObject() : new JsonObject();
        if (meta["kernelInfo"]?["items"] is not JsonArray)
            meta["kernelInfo"] = new JsonObject { ["defaultKernelName"] = "csharp", ["items"] = new JsonArray(Kernel("csharp")) };
        // A reader who does not know the language would take such a cell for text of the one before.
        if (notebook.Cells.Any(cell => cell.Kind == CellKind.Raw) && !Starts(meta).Contains(Raw)) meta["kernelInfo"]!["items"]!.AsArray().Add((JsonNode)Kernel("raw"));
        return meta;
    }

    private static JsonObject Kernel(string name) => new() { ["aliases"] = new JsonArray(), ["languageName"] = name, ["name"] = name };
}
