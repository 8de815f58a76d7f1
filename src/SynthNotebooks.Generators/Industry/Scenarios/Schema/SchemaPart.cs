using System.Text.Json.Nodes;

namespace SynthNotebooks.Generators.Industry.Scenarios.Schema;

/// <summary>Pieces of a JSON schema.</summary>
internal static class SchemaPart
{
    public static JsonObject Anything(string? about = null) => About([], about);

    public static JsonObject Text(string? about = null) => About(new() { ["type"] = "string" }, about);

    /// <summary>A single value, as YAML writes it.</summary>
    public static JsonObject Scalar(string? about = null) => About(new() { ["type"] = new JsonArray("string", "number", "boolean", "null") }, about);

    public static JsonObject Flag(string? about = null) => About(new() { ["type"] = "boolean" }, about);

    public static JsonObject Choice(IEnumerable<string> values, string? about = null) => About(new() { ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) }, about);

    /// <summary>A number within limits, or a formula, whose value is checked when it is known.</summary>
    public static JsonObject Formula(string? about = null, double least = double.NegativeInfinity, double most = double.PositiveInfinity, bool open = false, bool truth = false)
    {
        var part = new JsonObject { ["type"] = truth ? new JsonArray("number", "string", "boolean") : new JsonArray("number", "string"), ["minLength"] = 1 };
        if (double.IsFinite(least)) part[open ? "exclusiveMinimum" : "minimum"] = least;
        if (most < double.MaxValue) part["maximum"] = most;
        return About(part, about);
    }

    public static JsonObject Ref(string name) => new() { ["$ref"] = "#/$defs/" + name };

    public static JsonObject Any(params JsonObject[] parts) => new() { ["anyOf"] = new JsonArray([.. parts]) };

    public static JsonObject List(JsonObject item, int least = 0, int most = int.MaxValue, string? about = null)
    {
        var part = new JsonObject { ["type"] = "array", ["items"] = item };
        if (least > 0) part["minItems"] = least;
        if (most < int.MaxValue) part["maxItems"] = most;
        return About(part, about);
    }

    /// <summary>Parameters by position.</summary>
    public static JsonObject Places(IReadOnlyList<JsonObject> items, int least) =>
        new() { ["type"] = "array", ["prefixItems"] = new JsonArray([.. items.Select(item => item.DeepClone())]), ["items"] = false, ["minItems"] = least };

    /// <summary>A map whose keys the file chooses.</summary>
    public static JsonObject Map(JsonObject value, int least = 0, string? about = null)
    {
        var part = new JsonObject { ["type"] = "object", ["additionalProperties"] = value };
        if (least > 0) part["minProperties"] = least;
        return About(part, about);
    }

    /// <summary>A map of known keys.</summary>
    /// <param name="keys">All that the reader takes.</param>
    /// <param name="parts">One for each key.</param>
    /// <param name="required">Those that must be there.</param>
    /// <exception cref="InvalidOperationException">A key has no part, or a part no key: the schema would fall behind the reader.</exception>
    public static JsonObject Closed(IEnumerable<string> keys, IReadOnlyDictionary<string, JsonObject> parts, params string[] required)
    {
        var properties = new JsonObject();
        foreach (var key in keys.Order(StringComparer.Ordinal))
            properties[key] = parts.TryGetValue(key, out var part) ? part.DeepClone() : throw new InvalidOperationException($"The schema says nothing of the key '{key}'.");
        if (properties.Count != parts.Count) throw new InvalidOperationException($"The schema tells keys that the reader does not take: {string.Join(", ", parts.Keys.Where(key => !properties.ContainsKey(key)))}.");
        var closed = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (required.Length > 0) closed["required"] = new JsonArray([.. required.Select(key => (JsonNode)key)]);
        return closed;
    }

    public static JsonObject Closed(Dictionary<string, JsonObject> parts, params string[] required) => Closed(parts.Keys, parts, required);

    /// <summary>Exactly one of some keys must stand in the map.</summary>
    public static JsonObject OneOf(JsonObject map, IEnumerable<string> keys)
    {
        map["oneOf"] = new JsonArray([.. keys.Select(key => (JsonNode)new JsonObject { ["required"] = new JsonArray(key) })]);
        return map;
    }

    public static JsonObject About(JsonObject part, string? about)
    {
        if (!string.IsNullOrEmpty(about)) part["description"] = about;
        return part;
    }
}
