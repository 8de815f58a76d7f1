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

    /// <summary>A notebook of given cells, with ids <c>cell-1</c>, <c>cell-2</c>, ...</summary>
    public static NotebookDocument Of(IEnumerable<(CellKind Kind, string Source)> cells)
    {
        var number = 0;
        var nodes = new JsonArray([.. cells.Select(cell => NewCell(++number, cell.Kind, cell.Source))]);
        return new NotebookDocument(new JsonObject { ["cells"] = nodes, ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5 });
    }

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
