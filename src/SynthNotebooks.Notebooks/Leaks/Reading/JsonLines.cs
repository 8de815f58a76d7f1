using System.Net;
using System.Text.Json;

namespace SynthNotebooks.Notebooks.Leaks.Reading;

/// <summary>The values of JSON: an object's own values are a line, an array's too; arrays of equal length one after the other make a table.</summary>
internal static class JsonLines
{
    public static IReadOnlyList<ShownLine> Of(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var lines = new List<ShownLine>();
            Read(document.RootElement, lines);
            return lines;
        }
        catch (JsonException)
        {
            return PlainLines.Of(json);
        }
    }

    private static void Read(JsonElement element, List<ShownLine> lines)
    {
        var (values, inner) = (new List<string>(), new List<JsonElement>());
        if (element.ValueKind == JsonValueKind.Object)
        {
            var names = new List<string>(); // a key may be a value of a table too
            foreach (var property in element.EnumerateObject())
            {
                names.Add(property.Name);
                Add(property.Value);
            }
            if (names.Count > 0) lines.Add(new(1, names));
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Add(item);
        }
        else Add(element);
        if (values.Count > 0) lines.Add(new(1, values));
        foreach (var part in inner) Read(part, lines);

        void Add(JsonElement value)
        {
            if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) inner.Add(value);
            else values.Add(value.ValueKind == JsonValueKind.String ? WebUtility.HtmlDecode(value.GetString()!) : value.GetRawText()); // texts of plotly.js are encoded
        }
    }
}
