using System.Text.Json.Nodes;

namespace SynthNotebooks.Data.Tests.Constraints;

/// <summary>The published JSON Schema says what is written and read.</summary>
public class ConstraintSchemaTests
{
    private const string All = """
        age between 15 and 30; start > '0001-01-05'; not null age; unique(id, city); start < `end day`; combination(city, zip); zip -> city; sum = a + b; age = 10 * sum; flag or city = 'y'
        """;

    private static readonly JsonObject Root = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository(), "docs", "constraints.schema.json")))!.AsObject();

    [Fact]
    public void What_is_written_fits_the_schema()
    {
        var set = ConstraintSet.Parse(All, ConstraintSetTests.Schema);

        Assert.Equal(9, set.Constraints.Select(constraint => constraint.Kind).Distinct().Count());
        Assert.True(Fits(JsonNode.Parse(set.ToJson()), Root));
        Assert.True(Fits(JsonNode.Parse(set.LearnedFrom(ConstraintSetTests.Table).ToJson()), Root));
    }

    [Theory]
    [InlineData("""{"constraints": [{"kind": "rang", "column": "age"}]}""")]
    [InlineData("""{"constraints": [{"kind": "range", "column": "age", "minimum": 3}]}""")]
    [InlineData("""{"constraints": [{"kind": "unique"}]}""")]
    [InlineData("""{"constraints": [3]}""")]
    [InlineData("""{"version": 2, "constraints": []}""")]
    [InlineData("[]")]
    public void What_is_refused_does_not_fit_the_schema(string json)
    {
        Assert.ThrowsAny<FormatException>(() => ConstraintSet.FromJson(json, ConstraintSetTests.Schema));
        Assert.False(Fits(JsonNode.Parse(json), Root));
    }

    // As much of JSON Schema as the page uses.
    private static bool Fits(JsonNode? value, JsonObject schema)
    {
        if (schema["$ref"] is { } reference) return Fits(value, Root["$defs"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject());
        if (schema["oneOf"] is JsonArray choices) return choices.Count(choice => Fits(value, choice!.AsObject())) == 1;
        if (schema["const"] is { } constant) return JsonNode.DeepEquals(constant, value);
        string[] types = schema["type"] is JsonArray several ? [.. several.Select(type => type!.GetValue<string>())] : [schema["type"]!.GetValue<string>()];
        if (!types.Contains(TypeOf(value))) return false;
        if (value is JsonArray array) return array.All(item => Fits(item, schema["items"]!.AsObject()));
        return value is not JsonObject held || schema["required"]!.AsArray().All(name => held.ContainsKey(name!.GetValue<string>()))
            && held.All(pair => schema["properties"]!.AsObject()[pair.Key] is JsonObject property && Fits(pair.Value, property));
    }

    private static string TypeOf(JsonNode? value) => value switch
    {
        JsonObject => "object",
        JsonArray => "array",
        null => "null",
        _ => value.GetValueKind() switch { System.Text.Json.JsonValueKind.String => "string", System.Text.Json.JsonValueKind.Number => "number", _ => "boolean" },
    };

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SynthNotebooks.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
