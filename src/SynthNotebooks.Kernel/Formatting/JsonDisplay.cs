using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>JSON, indented.</summary>
internal static class JsonDisplay
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // escaped for HTML by the display

    public static StockDisplay Of(JsonNode? json) => StockDisplay.Preformatted(json?.ToJsonString(Indented) ?? "null");
}
