using System.Text.Json;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Tests.Models;

public class FullEvaluationTests
{
    private static readonly EvaluationOptions Full = new() { Target = "yes", Protected = "sex", Depth = EvaluationDepth.Full, Drop = ["kind", "amount"] };

    [Fact]
    public void The_report_does_not_depend_on_the_number_of_threads()
    {
        DataFrame real = PredictableTables.Of(1, 200), synthetic = PredictableTables.Of(2, 150, 0.5), holdout = PredictableTables.Of(3, 150);

        var one = Evaluator.Evaluate(real, synthetic, holdout, Full with { Threads = 1 }).ToJson();

        Assert.Equal(one, Evaluator.Evaluate(real, synthetic, holdout, Full with { Threads = 4 }).ToJson());
    }

    [Fact]
    public void Every_learned_metric_of_two_classes_has_value_floor_and_ceiling()
    {
        var report = Evaluator.Evaluate(PredictableTables.Of(1, 200), PredictableTables.Of(2, 200), PredictableTables.Of(3, 200), Full);

        foreach (var metric in report.Metrics.Where(metric => MetricCatalog.Metrics[metric.Name].Attribute.Learned))
        {
            if (metric.Name.StartsWith("utility-error", StringComparison.Ordinal)) Assert.Contains("is a category", metric.Undefined, StringComparison.Ordinal);
            else
            {
                Assert.True(metric.Value is not null, $"{metric.Name}: {metric.Undefined}");
                Assert.InRange(metric.Value.Value, metric.Min, metric.Max);
                Assert.NotNull(metric.Ceiling);
            }
        }
        Assert.Null(report.Utility.Undefined);
        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Contains(json.RootElement.GetProperty("utility").GetProperty("metrics").EnumerateArray(), metric => metric.GetProperty("name").GetString() == "utility-boosting");
    }

    [Fact]
    public void A_standard_evaluation_trains_nothing_and_says_so()
    {
        var report = Evaluator.Evaluate(PredictableTables.Of(1, 100), PredictableTables.Of(2, 100), options: new() { Target = "yes" });

        Assert.DoesNotContain(report.Metrics, metric => metric.Name.StartsWith("utility", StringComparison.Ordinal) || metric.Name.StartsWith("detection", StringComparison.Ordinal));
        Assert.NotNull(report.Utility.Undefined);
    }

    [Theory]
    [InlineData(null, true, "no target column")]
    [InlineData("yes", false, "a holdout is needed")]
    public void Without_target_or_holdout_utility_tells_the_reason(string? target, bool holdout, string reason)
    {
        var report = Evaluator.Evaluate(PredictableTables.Of(1, 100), PredictableTables.Of(2, 100), holdout ? PredictableTables.Of(3, 100) : null, Full with { Target = target });

        Assert.Contains(reason, report.Metric("utility-boosting").Undefined, StringComparison.Ordinal);
        Assert.Contains(reason, report.Metric("disparate-impact").Undefined, StringComparison.Ordinal);
        Assert.NotNull(report.Metric("detection-boosting").Value);
        Assert.NotNull(report.Metric("pmse").Value);
    }

    [Fact]
    public void One_class_only_is_a_reason_that_names_the_table()
    {
        DataFrame real = PredictableTables.Of(1, 100), holdout = PredictableTables.Of(3, 100);
        var single = With(PredictableTables.Of(2, 100), "yes", _ => "no");

        var synthetic = Evaluator.Evaluate(real, single, holdout, Full);
        var test = Evaluator.Evaluate(real, real, single, Full);

        foreach (var name in new[] { "utility-linear", "utility-gap-forest", "importance-agreement", "decision-agreement", "equalised-odds" })
        {
            Assert.Contains("the synthetic table has one class", synthetic.Metric(name).Undefined, StringComparison.Ordinal);
            Assert.Contains("the holdout has one class", test.Metric(name).Undefined, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Empty_columns_tiny_tables_and_an_empty_target_end_in_reasons_not_in_errors()
    {
        var tiny = PredictableTables.Of(1, 3);
        var empty = With(With(PredictableTables.Of(2, 50), "yes", _ => null), "group", _ => null);

        var reports = new[]
        {
            Evaluator.Evaluate(tiny, tiny, tiny, Full),
            Evaluator.Evaluate(PredictableTables.Of(4, 50), empty, PredictableTables.Of(5, 50), Full),
            Evaluator.Evaluate(empty, PredictableTables.Of(4, 50), PredictableTables.Of(5, 50), Full),
            Evaluator.Evaluate(PredictableTables.Of(4, 50), PredictableTables.Of(5, 50), empty, Full),
        };

        foreach (var metric in reports.SelectMany(report => report.Metrics))
        {
            Assert.True(metric.Value is null ^ metric.Undefined is null, metric.Name);
            Assert.True(metric.Value is not { } value || double.IsFinite(value), metric.Name);
        }
        Assert.Contains("no row with a value of 'yes'", reports[1].Metric("utility-tree").Undefined, StringComparison.Ordinal);
        Assert.Contains("each table needs at least", reports[0].Metric("detection-logistic").Undefined, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stopped_evaluation_stops() => Assert.ThrowsAny<OperationCanceledException>(
        () => Evaluator.Evaluate(PredictableTables.Of(1, 100), PredictableTables.Of(2, 100), options: Full with { Cancellation = new(canceled: true) }));

    private static DataFrame With(DataFrame frame, string name, Func<int, string?> cell) =>
        new([.. frame.Columns.Select(column => column.Name == name ? TextColumn.Of(name, Enumerable.Range(0, column.Length).Select(cell)) : column)]);
}
