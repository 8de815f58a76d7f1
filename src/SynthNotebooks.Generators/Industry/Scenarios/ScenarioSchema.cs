using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>The JSON schema of scenario files, for editors: made from the keys that the reader knows, so that it cannot fall behind.</summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The schema as text (JSON Schema, draft 2020-12).</summary>
    public static string Text()
    {
        var attribute = Closed(RuleCatalog.Catalog.Ids.Concat(RuleReader.Modifiers).ToDictionary(key => key, _ => (JsonNode?)new JsonObject()));
        var entity = Closed(EntityReader.Keys.ToDictionary(key => key, _ => (JsonNode?)new JsonObject()));
        entity["properties"]!["attributes"] = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") }, new JsonObject { ["$ref"] = "#/$defs/attribute" }) },
        };
        var root = Closed(Scenario.Keys.ToDictionary(key => key, _ => (JsonNode?)new JsonObject()));
        root["properties"]!["entities"] = new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["additionalProperties"] = new JsonObject { ["$ref"] = "#/$defs/entity" } };
        root["required"] = new JsonArray("scenario", "entities");
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "SynthNotebooks scenario" };
        foreach (var (key, value) in root) schema[key] = value?.DeepClone();
        schema["$defs"] = new JsonObject { ["entity"] = entity, ["attribute"] = attribute };
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Closed(Dictionary<string, JsonNode?> properties) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(properties.OrderBy(property => property.Key, StringComparer.Ordinal)),
    };
}
