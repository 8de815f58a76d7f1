using System.Text.Json;

namespace SynthNotebooks.Evaluation.Tests.Reports;

/// <summary>Checks a document against the keywords of JSON Schema that our schemas use; a keyword it does not know is an error.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly string[] Remarks = ["$schema", "$defs", "title", "description"];

    public IEnumerable<string> Violations(JsonElement value) => Check(root, value, "$");

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path) =>
        schema.EnumerateObject().SelectMany(keyword => Keyword(schema, keyword.Name, keyword.Value, value, path));

    private IEnumerable<string> Keyword(JsonElement schema, string keyword, JsonElement rule, JsonElement value, string path)
    {
        if (Remarks.Contains(keyword)) return [];
        return keyword switch
        {
            "$ref" => Check(Definition(rule.GetString()!), value, path),
            "type" => Types(rule).Any(type => Is(type, value)) ? [] : [$"{path} is {value.ValueKind}, not {rule}"],
            "enum" => rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? [] : [$"{path} is {value}, not one of {rule}"],
            "const" => JsonElement.DeepEquals(rule, value) ? [] : [$"{path} is {value}, not {rule}"],
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble() ? [] : [$"{path} is {value}, below {rule}"],
            "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble() ? [] : [$"{path} is {value}, above {rule}"],
            "required" => value.ValueKind != JsonValueKind.Object ? [] : rule.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path} lacks {name}"),
            "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((one, i) => Check(rule, one, $"{path}[{i}]")),
            "properties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().Where(one => rule.TryGetProperty(one.Name, out _)).SelectMany(one => Check(rule.GetProperty(one.Name), one.Value, $"{path}.{one.Name}")),
            "additionalProperties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().Where(one => !Named(schema, one.Name)).SelectMany(one =>
                rule.ValueKind == JsonValueKind.False ? [$"{path} has {one.Name}, which the schema does not know"] : Check(rule, one.Value, $"{path}.{one.Name}")),
            _ => throw new NotSupportedException($"Keyword {keyword} is not checked."),
        };
    }

    private static bool Named(JsonElement schema, string name) => schema.TryGetProperty("properties", out var known) && known.TryGetProperty(name, out _);

    private JsonElement Definition(string reference) => root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static IEnumerable<string> Types(JsonElement rule) => rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Select(one => one.GetString()!) : [rule.GetString()!];

    private static bool Is(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value.GetDouble() == Math.Floor(value.GetDouble()),
        _ => false,
    };
}
