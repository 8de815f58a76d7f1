using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Schema;
using static SynthNotebooks.Generators.Industry.Scenarios.Schema.SchemaPart;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>The JSON schema of scenario files, for editors: keys, types, ranges and legal values, made from the readers and catalogs themselves, so that it cannot fall behind.</summary>
/// <remarks>A file that the schema refuses the reader refuses too; names and formulas are checked by the reader alone.</remarks>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as text (JSON Schema, draft 2020-12).</summary>
    public static string Text()
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "SynthNotebooks scenario" };
        foreach (var (key, value) in Root()) schema[key] = value?.DeepClone();
        schema["$defs"] = new JsonObject
        {
            ["attribute"] = RuleSchema.Attribute(),
            ["emission"] = SourceSchema.Emission(),
            ["entity"] = EntitySchema.Entity(),
            ["events"] = SourceSchema.Events(),
            ["machine"] = SourceSchema.Machine(),
            ["markov"] = SourceSchema.Markov(),
            ["process"] = SourceSchema.Process(),
            ["rule"] = Any(Formula("A formula.", truth: true), Ref("attribute")),
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Root() => Closed(Scenario.Keys, new Dictionary<string, JsonObject>
    {
        ["scenario"] = Scalar("Short name."),
        ["title"] = Scalar("One line for people."),
        ["description"] = Scalar("What it shows."),
        ["sources"] = Anything("Where figures are from."),
        ["period"] = Closed(new() { ["from"] = SchemaPart.Text("First day."), ["to"] = SchemaPart.Text("Last day.") }, "from", "to"),
        ["main"] = SchemaPart.Text("The root whose rows are asked for."),
        ["words"] = Map(Any(List(Scalar(), 1), Map(Any(Formula(null, 0), Map(Formula(null, 0), 1)), 1)), 0, "Word lists: words, or words and weights."),
        ["tables"] = Map(new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["by"] = Map(List(Scalar(), 1), 1), ["values"] = new JsonObject { ["type"] = "array" } }, ["required"] = new JsonArray("by", "values") }, 0, "Tables for look-ups."),
        ["functions"] = new JsonObject { ["type"] = "object", ["propertyNames"] = new JsonObject { ["pattern"] = @"^[^(]+\(.*\)$" }, ["additionalProperties"] = Formula(null, truth: true), ["description"] = "name(a, b): formula" },
        ["entities"] = Map(Ref("entity"), 1, "What there is."),
        ["networks"] = Map(Closed(NetworkReader.Keys, new Dictionary<string, JsonObject>
        {
            ["over"] = SchemaPart.Text("A root."),
            ["model"] = Choice(NetworkReader.Models),
            ["degree"] = Formula("Mean number of neighbours.", 0, 10_000),
            ["rewire"] = Formula("Chance of an edge of a small world.", 0, 1),
            ["communities"] = Formula(null, 1, 1e6),
            ["within"] = Formula("Share of edges inside communities.", 0, 1),
        }, "over"), 0, "Who knows whom."),
        ["rounds"] = List(Closed(RoundsReader.Keys, new Dictionary<string, JsonObject>
        {
            ["over"] = SchemaPart.Text("A root."),
            ["every"] = Formula("Seconds, or a time such as 30 days.", 1, 1e11),
            ["set"] = Map(Formula(null, truth: true), 1),
            ["log"] = SchemaPart.Text("Name of the table of changes."),
        }, "over", "every", "set"), 0, about: "Steps in which all rows of a root change."),
        ["dirt"] = Any(Choice(["on", "off"]), Flag()),
        ["variants"] = Map(Closed(new() { ["set"] = Map(Anything(), 1, "Paths and values."), ["title"] = Scalar(), ["description"] = Scalar() }, "set"), 0, "Changes by name."),
    }, "scenario", "entities");
}
