using System.Text.Json.Nodes;

namespace SynthNotebooks.Kernel.Sessions;

/// <summary>One value in several representations, by mime type, in order of insertion; a JSON type's value is an object, the others' a string.</summary>
/// <param name="Data">mime type to content.</param>
/// <param name="Metadata">Extra facts by mime type; usually null.</param>
public sealed record MimeBundle(IReadOnlyDictionary<string, JsonNode> Data, JsonObject? Metadata = null)
{
    /// <summary>A bundle of plain text alone.</summary>
    public static MimeBundle Text(string text) => new(new Dictionary<string, JsonNode> { ["text/plain"] = text });
}
