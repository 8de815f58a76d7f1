using System.Text.Json.Nodes;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>A cell of a notebook; whatever its file says beyond these properties is kept.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(JsonObject node) => Node = node;

    /// <summary>The cell as the file has it.</summary>
    public JsonObject Node { get; }

    /// <summary>What the cell holds.</summary>
    public CellKind Kind => Node["cell_type"]?.GetValue<string>() switch { "code" => CellKind.Code, "markdown" => CellKind.Markdown, _ => CellKind.Raw };

    /// <summary>The text.</summary>
    public string Source
    {
        get => MultilineText.Join(Node["source"]);
        set => Node["source"] = value;
    }

    /// <summary>Outputs in the form of nbformat; empty for other cells than code.</summary>
    public JsonArray Outputs
    {
        get => Node["outputs"] as JsonArray ?? [];
        set => Node["outputs"] = value;
    }

    /// <summary>Number of the run; null when the cell has not run.</summary>
    public int? ExecutionCount
    {
        get => Node["execution_count"] is JsonValue value && value.TryGetValue<int>(out var count) ? count : null;
        set => Node["execution_count"] = value;
    }

    /// <summary>Whether outputs of this cell may differ between runs: it is tagged <c>nbval-ignore-output</c>, or a comment of it says <c>NBVAL_IGNORE_OUTPUT</c>, as for nbval.</summary>
    public bool IgnoresOutput => HasTag("nbval-ignore-output") || HasTag("NBVAL_IGNORE_OUTPUT")
        || Source.Split('\n').Any(line => line.TrimStart() is var text && (text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith('#')) && text.Contains("NBVAL_IGNORE_OUTPUT", StringComparison.Ordinal));

    /// <summary>Whether the cell carries a tag in its metadata.</summary>
    public bool HasTag(string tag) => Node["metadata"]?["tags"] is JsonArray tags && tags.Any(t => t is JsonValue v && v.TryGetValue<string>(out var text) && text == tag);

    /// <summary>The text, with a magic in front when the file says that it is not C#.</summary>
    public string CodeWithLanguage => Language is { } language and not ("csharp" or "C#") && !Source.StartsWith("#!", StringComparison.Ordinal) ? $"#!{language}\n{Source}" : Source;

    private string? Language => Text(Node["metadata"]?["polyglot_notebook"]?["kernelName"]) ?? Text(Node["metadata"]?["dotnet_interactive"]?["language"]);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

/// <summary>The kinds of cells.</summary>
public enum CellKind
{
    /// <summary>Code to run.</summary>
    Code,

    /// <summary>Text to read.</summary>
    Markdown,

    /// <summary>Text for converters.</summary>
    Raw,
}
