using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Tests;

public class DriftTests
{
    [Fact]
    public void Fresh_rows_of_the_same_source_have_not_drifted()
    {
        var report = Evaluator.Drift(Tables.Mixed(1, 2000), Tables.Mixed(2, 2000));

        Assert.StartsWith("No drift on average", report.Summary, StringComparison.Ordinal);
        Assert.Equal(EvaluationPurpose.Drift, report.Purpose);
        Assert.DoesNotContain("synthetic", report.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Metrics, metric => metric.Group == Contracts.MetricGroup.Privacy);
    }

    [Fact]
    public void Lost_dependence_and_a_moved_column_are_told()
    {
        var later = Tables.Mixed(2, 2000, 0.05);
        var moved = new DataFrame([.. later.Columns.Select(column => column.Name == "x" ? new DoubleColumn("x", column.ToNumbers().Select(value => value + 2).ToArray()) : column)]);

        var report = Evaluator.Drift(Tables.Mixed(1, 2000, 0.95), moved);

        Assert.Contains("rift: ", report.Summary, StringComparison.Ordinal);
        Assert.Contains("'x'", report.Summary, StringComparison.Ordinal);
        Assert.InRange(report.Metric("mean-difference").Value!.Value, 0.4, 1.2); // two deviations in one of three numeric columns
    }

    [Fact]
    public void A_lacking_column_is_told_of_the_later_table() => Assert.Contains(
        "The later table lacks column 'a'", Assert.Throws<EvaluationException>(() => Evaluator.Drift(Tables.Of("a", 1.0), Tables.Of("b", 1.0))).Message, StringComparison.Ordinal);
}
