using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Tests.Reports;

public class ReportSchemaTests
{
    [Fact]
    public void A_report_with_everything_keeps_the_schema() => Assert.Empty(Violations(
        Evaluator.Evaluate(Tables.Mixed(1, 200), Tables.Mixed(2, 150), Tables.Mixed(3, 100), new() { Target = "flag", Label = "mine", TimeColumn = "day" }).ToJson()));

    [Fact]
    public void A_report_with_little_keeps_the_schema()
    {
        var table = new DataFrame(TextColumn.Of("empty", [null, null]), TextColumn.Of("b", ["u", "v"]));

        Assert.Empty(Violations(Evaluator.Evaluate(table, table, options: new() { Groups = [], Modes = [] }).ToJson()));
        Assert.Empty(Violations(Evaluator.Drift(table, table).ToJson()));
    }

    [Fact]
    public void All_metrics_of_the_catalog_stand_in_the_report()
    {
        var report = Evaluator.Evaluate(Tables.Mixed(1, 100), Tables.Mixed(2, 100), options: new() { Depth = EvaluationDepth.Full });
        using var json = JsonDocument.Parse(report.ToJson());

        Assert.Equal(MetricCatalog.Metrics.Ids, json.RootElement.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("metrics")]
    [InlineData("overlays")]
    public void The_check_sees_a_lacking_key(string key)
    {
        var report = JsonNode.Parse(Evaluator.Evaluate(Tables.Mixed(1, 60), Tables.Mixed(2, 60), options: new() { Groups = [MetricGroup.Columns] }).ToJson())!.AsObject();
        report.Remove(key);
        report.Add("new", 1);

        Assert.Equal(2, Violations(report.ToJsonString()).Length);
    }

    private static string[] Violations(string json)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "evaluation-report.schema.json")));
        using var report = JsonDocument.Parse(json);
        return [.. new JsonSchema(schema.RootElement).Violations(report.RootElement)];
    }

    private static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "SynthNotebooks.sln"))) return folder;
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds SynthNotebooks.sln.");
    }
}
