using System.Text.Json.Nodes;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class SchemaTests
{
    private static readonly string File = Path.Combine(RepositoryFiles.Root, "docs", "scenario.schema.json");

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
        var keys = JsonNode.Parse(ScenarioSchema.Text())!["$defs"]!["entity"]!["properties"]!.AsObject().Select(property => property.Key).ToArray();
        foreach (var key in keys)
        {
            var wrong = Record.Exception(() => Scenario.Parse($"scenario: s\nentities: {{a: {{}}, e: {{parent: a, count: 1, {(key is "parent" or "count" ? "title" : key)}: [zz]}}}}"));
            Assert.DoesNotContain($"There is no key '{key}'", wrong?.Message ?? "", StringComparison.Ordinal);
        }
        Assert.Contains("anomalies", keys);
    }
}
