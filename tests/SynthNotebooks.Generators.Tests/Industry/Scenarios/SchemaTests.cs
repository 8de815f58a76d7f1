using System.Text.Json.Nodes;
using SynthNotebooks.Generators.Industry.Processes;
using SynthNotebooks.Generators.Industry.Scenarios;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;
using SynthNotebooks.Generators.Industry.Scenarios.Yaml;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class SchemaTests
{
    private const string Frame = "scenario: s\nnetworks: {f: {over: e}}\nentities:\n  shops: {rows: 3}\n  e:\n    rows: 9\n    attributes:\n      x: RULE\n      y: {dirichlet: 2}\nmain: e\n";
    private static readonly string File = Path.Combine(RepositoryFiles.Root, "docs", "scenario.schema.json");
    private static readonly JsonNode Schema = JsonNode.Parse(ScenarioSchema.Text())!;
    private static readonly JsonSchemaCheck Check = new(Schema);

    public static TheoryData<string> Worlds_of_the_repository => [.. EmbeddedScenarios.Names, .. Paths()];

    // SYNTHNB_ACCEPT=1 writes the file anew
    [Fact]
    public void The_schema_for_editors_is_that_of_the_reader()
    {
        if (Environment.GetEnvironmentVariable("SYNTHNB_ACCEPT") == "1") System.IO.File.WriteAllText(File, ScenarioSchema.Text());

        Assert.Equal(ScenarioSchema.Text(), System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_key_that_the_schema_names_is_one_that_the_reader_takes()
    {
        var keys = Schema["$defs"]!["entity"]!["properties"]!.AsObject().Select(property => property.Key).ToArray();
        foreach (var key in keys)
        {
            var wrong = Record.Exception(() => Scenario.Parse($"scenario: s\nentities: {{a: {{}}, e: {{parent: a, count: 1, {(key is "parent" or "count" ? "title" : key)}: [zz]}}}}"));
            Assert.DoesNotContain($"There is no key '{key}'", wrong?.Message ?? "", StringComparison.Ordinal);
        }
        Assert.Contains("anomalies", keys);
    }

    [Theory, MemberData(nameof(Worlds_of_the_repository))]
    public void The_worlds_of_the_repository_are_as_the_schema_says(string world)
    {
        var text = world.EndsWith(".yaml", StringComparison.Ordinal) ? System.IO.File.ReadAllText(Path.Combine(RepositoryFiles.Root, world)) : EmbeddedScenarios.Text(world);

        Assert.True(Accepts(text), world);
    }

    [Fact]
    public void The_worlds_of_the_tests_are_as_the_schema_says()
    {
        foreach (var world in (string[])[Worlds.Sample, EmitTests.Ward, NeighbourCallTests.People, ReferWhereTests.Shop.Replace("WHERE", "weight: price, where: candidate.sold", StringComparison.Ordinal), FormulaFuzzTests.World])
            Assert.True(Accepts(world), world);
    }

    [Fact]
    public void Every_rule_and_process_has_a_shape_and_a_description()
    {
        var attribute = Schema["$defs"]!["attribute"]!["properties"]!.AsObject();
        foreach (var id in RuleCatalog.Catalog.Ids) Assert.True(attribute[id]?["description"]?.GetValue<string>().Length > 5, id);
        Assert.Equal(0, attribute["normal"]!["anyOf"]![0]!["properties"]!["sd"]!["minimum"]!.GetValue<double>());
        Assert.Equal(["mean", "sigma"], attribute["lognormal"]!["anyOf"]![1]!["required"]!.AsArray().Select(one => one!.GetValue<string>()));
        var processes = Schema["$defs"]!["process"]!["anyOf"]![1]!["properties"]!.AsObject();
        Assert.Equal(ProcessCatalog.Catalog.Ids, processes.Select(one => one.Key));
    }

    // What the schema says of a number is what the reader does with it
    [Fact]
    public void Numbers_at_the_limits_of_every_rule_are_taken_and_refused_by_both()
    {
        var compared = 0;
        foreach (var id in RuleCatalog.Catalog.Ids)
        {
            if (Schema["$defs"]!["attribute"]!["properties"]![id]!["anyOf"] is not JsonArray forms) continue;
            foreach (var form in forms)
            {
                if (form!["properties"] is not JsonObject parts || !parts.All(part => part.Value!["type"] is JsonArray types && types[0]!.GetValue<string>() == "number")) continue;
                foreach (var (name, part) in parts)
                    foreach (var value in (double[])[-0.001, 0, 1, 1.001, 51])
                    {
                        if (name == "n" && value > 100) continue; // a table of that many
                        var rule = "{" + id + ": {" + string.Join(", ", parts.Select(one => FormattableString.Invariant($"{one.Key}: {(one.Key == name ? value : one.Value!["maximum"] is null ? 1 : Math.Min(1, one.Value["maximum"]!.GetValue<double>()))}"))) + "}}";
                        var yaml = Frame.Replace("RULE", rule, StringComparison.Ordinal);
                        var refused = Record.Exception(() => Scenario.Parse(yaml)) is ScenarioException wrong && wrong.Message.Contains("it must be", StringComparison.Ordinal);
                        Assert.True(Accepts(yaml) != refused, rule);
                        compared++;
                    }
            }
        }
        Assert.True(compared > 150, $"{compared} compared");
    }

    [Theory]
    [InlineData("{normal: {mean: 0, sdd: 1}}")]
    [InlineData("{normal: {mean: [1]}}")]
    [InlineData("{normal: [0, 1, 2]}")]
    [InlineData("{normal: 1, gamma: 2}")]
    [InlineData("{normla: 1}")]
    [InlineData("{min: 1}")]
    [InlineData("[1, 2]")]
    [InlineData("{lognormal: 3}")]
    [InlineData("{chance: 1.5}")]
    [InlineData("{choose: []}")]
    [InlineData("{choose: {a: -1}}")]
    [InlineData("{phone: mars}")]
    [InlineData("{identifier: {check: luna}}")]
    [InlineData("{refer: {to: shops, were: x}}")]
    [InlineData("{refer: {weight: 2}}")]
    [InlineData("{dirichlet: {alpha: 0}}")]
    [InlineData("{empirical: {file: x.csv}}")]
    [InlineData("{when: [{value: 1}]}")]
    [InlineData("{normal: 1, decimals: 16}")]
    [InlineData("{normal: 1, type: numbr}")]
    [InlineData("{grammar: {begin: [a]}}")]
    [InlineData("{xml: {a: 1, b: 2}}")]
    public void A_wrong_attribute_is_refused_by_schema_and_reader(string rule) => RefusedByBoth(Frame.Replace("RULE", rule, StringComparison.Ordinal));

    [Theory]
    [InlineData("model: small-world", "model: smallworld")]
    [InlineData("every: 10 days, set", "evry: 10 days, set")]
    [InlineData("parent: people\n    count", "parrent: people\n    count")]
    [InlineData("rate: 0.2 / day, seasonal", "rat: 0.2 / day, seasonal")]
    [InlineData("events: {schedule: every 10 days, jitter", "events: {at: 2024-01-01, schedule: every 10 days, jitter")]
    [InlineData("excite: 0.5", "excite: 1.5")]
    [InlineData("hour: [0, 0, 0,", "hour: [0, 0,")]
    [InlineData("dead: {final: true}", "dead: {finall: true}")]
    [InlineData("{to: healthy, chance: rest}", "{two: healthy, chance: rest}")]
    [InlineData("stay: {exponential: 30 days}", "stay: {exponental: 30 days}")]
    [InlineData("copula: gaussian", "copula: normal")]
    [InlineData("age: {mcar: 0.05}", "age: {mcra: 0.05}")]
    [InlineData("duplicates: 0.02", "duplicates: 2")]
    [InlineData("name: unit_error, rate: 0.02, set", "name: unit_error, set")]
    [InlineData("functions: {doubled(x):", "functions: {doubled:")]
    [InlineData("period: {from: 2024-01-01, to: 2024-03-31}", "period: {from: 2024-01-01}")]
    [InlineData("scenario: sample\n", "")]
    [InlineData("count: \"if(state = 'ill', 1, 0)\"", "process: {journey: {}}")]
    [InlineData("count: \"if(state = 'ill', 1, 0)\"", "process: {journeys: {shoper: x}}")]
    [InlineData("dead: {final: true}", "dead: {final: true, emit: {notes: {count: 1, at: entry}}}")]
    public void A_mutated_world_is_refused_by_schema_and_reader(string from, string to)
    {
        var text = Worlds.Sample.ReplaceLineEndings("\n");
        Assert.Contains(from, text, StringComparison.Ordinal);
        RefusedByBoth(text.Replace(from, to, StringComparison.Ordinal));
    }

    private static void RefusedByBoth(string yaml)
    {
        Assert.Throws<ScenarioException>(() => Scenario.Parse(yaml));
        Assert.False(Accepts(yaml), yaml);
    }

    private static bool Accepts(string yaml) => Check.Accepts(JsonSchemaCheck.Json(YamlScenarioReader.Read(yaml, "s.yaml")));

    private static IEnumerable<string> Paths() => ((string[])["datasets", "bench"]).SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), "*.yaml", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(RepositoryFiles.Root, path)).Order(StringComparer.Ordinal);
}
