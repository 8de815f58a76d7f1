using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthNotebooks.Evaluation.Tests.Attacks;

/// <summary>The part of JSON Schema that our schemas use; an unknown keyword is an error, so that none is passed over in silence.</summary>
internal static class JsonSchema
{
    private static readonly string[] Words = ["$schema", "$defs", "title", "description"];

    public static IEnumerable<string> Errors(JsonNode schema, JsonNode? value) => Errors(schema, schema.AsObject(), value, "$");

    private static IEnumerable<string> Errors(JsonNode root, JsonObject schema, JsonNode? value, string path)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        foreach (var (word, rule) in schema)
        {
            var wrong = word switch
            {
                _ when Words.Contains(word) => [],
                "$ref" => Errors(root, Find(root, (string)rule!), value, path),
                "type" => Names(rule!).Any(name => Is(name, kind, value)) ? [] : [$"{path} is {kind}, not {rule!.ToJsonString()}"],
                "const" => JsonNode.DeepEquals(rule, value) ? [] : [$"{path} is not {rule!.ToJsonString()}"],
                "enum" => rule!.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)) ? [] : [$"{path} is {value?.ToJsonString()}, not among {rule.ToJsonString()}"],
                "minimum" => kind != JsonValueKind.Number || (double)value! >= (double)rule! ? [] : [$"{path} is {value} < {rule}"],
                "maximum" => kind != JsonValueKind.Number || (double)value! <= (double)rule! ? [] : [$"{path} is {value} > {rule}"],
                "exclusiveMaximum" => kind != JsonValueKind.Number || (double)value! < (double)rule! ? [] : [$"{path} is {value} >= {rule}"],
                "required" => kind != JsonValueKind.Object ? [] : rule!.AsArray().Where(name => !value!.AsObject().ContainsKey((string)name!)).Select(name => $"{path} lacks {name}"),
                "additionalProperties" => kind != JsonValueKind.Object ? [] : value!.AsObject().Where(pair => !schema["properties"]!.AsObject().ContainsKey(pair.Key)).Select(pair => $"{path} has {pair.Key}"),
                "properties" => kind != JsonValueKind.Object ? [] : rule!.AsObject().Where(pair => value!.AsObject().ContainsKey(pair.Key))
                    .SelectMany(pair => Errors(root, pair.Value!.AsObject(), value![pair.Key], $"{path}.{pair.Key}")),
                "items" => kind != JsonValueKind.Array ? [] : value!.AsArray().SelectMany((item, i) => Errors(root, rule!.AsObject(), item, $"{path}[{i}]")),
                _ => [$"{path}: the schema's keyword '{word}' is not understood"],
            };
            foreach (var error in wrong) yield return error;
        }
    }

    private static JsonObject Find(JsonNode root, string reference) => reference.Split('/').Skip(1).Aggregate(root, (node, name) => node[name]!).AsObject();

    private static IEnumerable<string> Names(JsonNode rule) => rule is JsonArray names ? names.Select(name => (string)name!) : [(string)rule!];

    private static bool Is(string name, JsonValueKind kind, JsonNode? value) => name switch
    {
        "null" => kind == JsonValueKind.Null,
        "string" => kind == JsonValueKind.String,
        "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        "number" => kind == JsonValueKind.Number,
        "integer" => kind == JsonValueKind.Number && double.IsInteger((double)value!),
        "array" => kind == JsonValueKind.Array,
        _ => kind == JsonValueKind.Object,
    };
}
