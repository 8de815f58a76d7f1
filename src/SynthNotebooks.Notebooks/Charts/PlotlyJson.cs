using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Writes figures in the form of plotly.js, version 2 and later.</summary>
/// <remarks>plotly.js reads a small set of tags (b, i, a href, ...) in text, so text from data is encoded as for HTML.</remarks>
internal static class PlotlyJson
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = false, Encoder = JavaScriptEncoder.Default };

    public static string Write(Figure figure)
    {
        var layout = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = Text(figure.Title) },
            ["width"] = figure.Width,
            ["height"] = figure.Height,
            ["paper_bgcolor"] = Palette.Paper,
            ["plot_bgcolor"] = Palette.Paper,
            ["font"] = new JsonObject { ["color"] = Palette.Ink },
        };
        figure.Arrange(layout);
        return new JsonObject { ["data"] = figure.Traces(), ["layout"] = layout }.ToJsonString(Layout);
    }

    public static string Text(string text) => Markup.EncodeHtml(text);

    public static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(value => double.IsFinite(value) ? JsonValue.Create(value) : (JsonNode?)null)]);

    public static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode?)JsonValue.Create(Text(value)))]);

    public static JsonObject Axis(string title) => new() { ["title"] = new JsonObject { ["text"] = Text(title) }, ["gridcolor"] = Palette.Grid };
}
