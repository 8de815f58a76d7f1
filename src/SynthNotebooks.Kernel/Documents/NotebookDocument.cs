using System.Text.Json.Nodes;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>A notebook; whatever its file says beyond these properties is kept.</summary>
public sealed class NotebookDocument
{
    internal NotebookDocument(JsonObject node)
    {
        Node = node;
        Cells = [.. node["cells"]!.AsArray().Select(cell => new NotebookCell(cell!.AsObject()))];
    }

    /// <summary>The notebook as the file has it.</summary>
    public JsonObject Node { get; }

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>Metadata of the whole.</summary>
    public JsonObject Metadata => Node["metadata"]!.AsObject();

    /// <summary>The language that the file says it is written in; null when it says nothing.</summary>
    public string? Language => Text(Metadata["kernelspec"]?["language"]) ?? Text(Metadata["language_info"]?["name"]);

    /// <summary>The kernel that the file names, as a person knows it; null when it names none.</summary>
    public string? KernelName => Text(Metadata["kernelspec"]?["display_name"]) ?? Text(Metadata["kernelspec"]?["name"]);

    /// <summary>Whether this kernel can run it: C#, or nothing said.</summary>
    public bool IsCSharp => Text(Metadata["kernelspec"]?["name"]) is ".net-csharp" || Language is null or "polyglot-notebook" || Language.Equals("C#", StringComparison.OrdinalIgnoreCase) || Language.Equals("csharp", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether any cell keeps an output or the number of a run.</summary>
    public bool HasRun => Cells.Any(cell => cell.Kind == CellKind.Code && (cell.Outputs.Count > 0 || cell.ExecutionCount is not null));

    /// <summary>Whether it was last run by .NET Interactive, whose displays are drawn otherwise.</summary>
    public bool IsOfDotNetInteractive => Text(Metadata["language_info"]?["name"]) == "polyglot-notebook" || Text(Metadata["kernelspec"]?["display_name"]) == ".NET (C#)";

    /// <summary>Says in the metadata that this kernel runs the notebook, as Jupyter does when it has.</summary>
    public void DescribeKernel()
    {
        Metadata["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#) SynthNotebooks", ["language"] = "C#", ["name"] = ".net-csharp" };
        Metadata["language_info"] = new JsonObject { ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["name"] = "C#", ["pygments_lexer"] = "csharp" };
    }

    /// <summary>A notebook of given cells, with ids <c>cell-1</c>, <c>cell-2</c>, ...</summary>
    public static NotebookDocument Of(IEnumerable<(CellKind Kind, string Source)> cells)
    {
        var number = 0;
        var nodes = new JsonArray([.. cells.Select(cell => NewCell(++number, cell.Kind, cell.Source))]);
        return new NotebookDocument(new JsonObject { ["cells"] = nodes, ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5 });
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject NewCell(int number, CellKind kind, string source)
    {
        var cell = new JsonObject
        {
            ["cell_type"] = kind switch { CellKind.Code => "code", CellKind.Markdown => "markdown", _ => "raw" },
            ["id"] = $"cell-{number}",
            ["metadata"] = new JsonObject(),
            ["source"] = source,
        };
        if (kind == CellKind.Code) (cell["execution_count"], cell["outputs"]) = (null, new JsonArray());
        return cell;
    }
}
