using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Cli;

/// <summary>JSON as the tool prints it.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Indented; characters that a terminal would obey, which stand in strings alone, are escaped.</summary>
    public static string Text(JsonNode node)
    {
        var text = new StringBuilder();
        foreach (var rune in node.ToJsonString(Indented).EnumerateRunes())
        {
            var character = rune.ToString();
            if (character is "\n" or "\r" || VisibleText.Of(character) == character) text.Append(character);
            else foreach (var unit in character) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }
        return text.ToString();
    }
}
