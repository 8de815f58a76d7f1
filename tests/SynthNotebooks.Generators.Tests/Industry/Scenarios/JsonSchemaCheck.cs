using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

/// <summary>Checks a document against a JSON schema, as far as the schema of scenarios uses the language (draft 2020-12).</summary>
internal sealed class JsonSchemaCheck(JsonNode root)
{
    private static readonly string[] Known = ["$schema", "$defs", "title", "description", "type", "enum", "properties", "additionalProperties", "required", "propertyNames", "minProperties", "maxProperties", "items", "prefixItems", "minItems", "maxItems", "minimum", "maximum", "exclusiveMinimum", "minLength", "pattern", "anyOf", "oneOf", "allOf", "$ref"];

    /// <summary>Whether the document is as the schema says.</summary>
    public bool Accepts(JsonNode? document) => Accepts(root, document);

    /// <summary>A scenario as JSON: what is not quoted and looks like a number or truth is one.</summary>
    public static JsonNode? Json(ScenarioNode node)
    {
        if (node.Items is not null) return new JsonArray([.. node.Items.Select(Json)]);
        if (node.Entries is not null) return new JsonObject(node.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text!, Json(entry.Value))));
        var text = node.Text!;
        if (node.Quoted) return text;
        if (text is "" or "~" or "null") return null;
        if (text is "true" or "false") return text == "true";
        return Regex.IsMatch(text, @"^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$") ? double.Parse(text, CultureInfo.InvariantCulture) : text;
    }

    private bool Accepts(JsonNode? schema, JsonNode? document)
    {
        if (schema is JsonValue flag) return flag.GetValue<bool>();
        var rules = schema!.AsObject();
        foreach (var (name, _) in rules) Assert.Contains(name, Known); // a keyword that is not checked would be a promise that is not kept
        if (rules["$ref"] is { } reference && !Accepts(root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]], document)) return false;
        if (rules["anyOf"] is { } any && !any.AsArray().Any(one => Accepts(one, document))) return false;
        if (rules["allOf"] is { } all && !all.AsArray().All(one => Accepts(one, document))) return false;
        if (rules["oneOf"] is { } one && one.AsArray().Count(each => Accepts(each, document)) != 1) return false;
        if (rules["type"] is { } type && !(type is JsonArray types ? types.Select(each => each!.GetValue<string>()) : [type.GetValue<string>()]).Any(each => Is(each, document))) return false;
        if (rules["enum"] is { } values && !values.AsArray().Any(value => JsonNode.DeepEquals(value, document))) return false;
        return document switch
        {
            JsonObject map => OfMap(rules, map),
            JsonArray list => OfList(rules, list),
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => OfNumber(rules, value.GetValue<double>()),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => OfText(rules, value.GetValue<string>()),
            _ => true,
        };
    }

    private bool OfMap(JsonObject rules, JsonObject map)
    {
        if (rules["required"] is { } required && required.AsArray().Any(key => !map.ContainsKey(key!.GetValue<string>()))) return false;
        if (map.Count < (rules["minProperties"]?.GetValue<int>() ?? 0) || map.Count > (rules["maxProperties"]?.GetValue<int>() ?? int.MaxValue)) return false;
        foreach (var (key, value) in map)
        {
            if (rules["propertyNames"] is { } names && !Accepts(names, key)) return false;
            if (rules["properties"]?[key] is { } part ? !Accepts(part, value) : rules["additionalProperties"] is { } others && !Accepts(others, value)) return false;
        }
        return true;
    }

    private bool OfList(JsonObject rules, JsonArray list)
    {
        if (list.Count < (rules["minItems"]?.GetValue<int>() ?? 0) || list.Count > (rules["maxItems"]?.GetValue<int>() ?? int.MaxValue)) return false;
        var first = rules["prefixItems"]?.AsArray() ?? [];
        for (var i = 0; i < list.Count; i++)
            if (i < first.Count ? !Accepts(first[i], list[i]) : rules["items"] is { } item && !Accepts(item, list[i])) return false;
        return true;
    }

    private static bool OfNumber(JsonObject rules, double number) =>
        number >= (rules["minimum"]?.GetValue<double>() ?? double.NegativeInfinity) && number <= (rules["maximum"]?.GetValue<double>() ?? double.PositiveInfinity) && number > (rules["exclusiveMinimum"]?.GetValue<double>() ?? double.NegativeInfinity);

    private static bool OfText(JsonObject rules, string text) =>
        text.Length >= (rules["minLength"]?.GetValue<int>() ?? 0) && (rules["pattern"] is not { } pattern || Regex.IsMatch(text, pattern.GetValue<string>()));

    private static bool Is(string type, JsonNode? node) => type switch
    {
        "null" => node is null,
        "object" => node is JsonObject,
        "array" => node is JsonArray,
        "boolean" => node is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False && node is not null,
        "string" => node is JsonValue text && text.GetValueKind() == JsonValueKind.String,
        "integer" => node is JsonValue whole && whole.GetValueKind() == JsonValueKind.Number && whole.GetValue<double>() == Math.Floor(whole.GetValue<double>()),
        "number" => node is JsonValue number && number.GetValueKind() == JsonValueKind.Number,
        _ => throw new InvalidOperationException(type),
    };
}
