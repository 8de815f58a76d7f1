using System.Collections;
using System.Data;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>How the kernel itself shows a value: for types that have no formatter of the user's or the host's.</summary>
/// <param name="Html">Markup.</param>
/// <param name="Text">Its plain twin, legible on its own.</param>
internal sealed record StockDisplay(string Html, string Text)
{
    private const int MostOfXml = 10_000;

    public MimeBundle ToBundle() => new(new Dictionary<string, JsonNode> { ["text/html"] = Html, ["text/plain"] = Text });

    /// <summary>Text that is shown in type of fixed width.</summary>
    public static StockDisplay Preformatted(string text) => new($"<div class=\"dni-plaintext\"><pre>{ShownText.Preformatted(text)}</pre></div>", MessageText.Of(text));

    /// <summary>The display of a value; null where the formatting library's own does.</summary>
    public static StockDisplay? Of(object value) => OfParts(value) ?? (RecordText.OfDeep(value) is { } text ? Preformatted(text) : ObjectDisplay.Of(value));

    /// <summary>The display of what is made of parts or has a form of its own; null for objects that are their members.</summary>
    public static StockDisplay? OfParts(object value) => value switch
    {
        Exception failure => ExceptionDisplay.Of(failure),
        JsonNode json => JsonDisplay.Of(json),
        System.Text.Json.JsonDocument json => JsonDisplay.Of(JsonNode.Parse(json.RootElement.GetRawText())),
        System.Text.Json.JsonElement { ValueKind: not System.Text.Json.JsonValueKind.Undefined } json => JsonDisplay.Of(JsonNode.Parse(json.GetRawText())),
        System.Xml.Linq.XNode xml => Preformatted(CellText.Cut(xml.ToString(), MostOfXml)),
        Task task => TaskDisplay.Of(task),
        ITuple tuple => Preformatted(SequenceDisplay.Line(tuple)),
        DataTable table => DataTableDisplay.Of(table),
        Array { Rank: 2 } grid => GridDisplay.Of(grid),
        IDictionary dictionary => DictionaryDisplay.Of(dictionary),
        _ when AsyncStream.TryRead(value, out var items, out var more) => SequenceDisplay.Of(items, more, count: null),
        IEnumerable sequence and not string => SequenceDisplay.Of(sequence),
        _ => null,
    };
}
