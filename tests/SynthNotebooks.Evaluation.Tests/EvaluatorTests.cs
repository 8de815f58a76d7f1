using System.Text.Json;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity;

namespace SynthNotebooks.Evaluation.Tests;

public class EvaluatorTests
{
    [Theory, Seeds(10)]
    public void A_table_against_itself_is_perfect_in_every_mode(ulong seed)
    {
        var table = Tables.Mixed(seed, 300);

        var report = Evaluator.Evaluate(table, table);

        Assert.All(report.Modes, mode => Assert.Equal((1.0, 1.0, 1.0), (mode.Shape!.Value, mode.Trend!.Value, mode.Quality!.Value)));
    }

    [Theory, Seeds(10)]
    public void Scores_are_bounded_and_the_floor_stays_below_the_ceiling(ulong seed)
    {
        var report = Evaluator.Evaluate(Tables.Mixed(seed, 400), Tables.Mixed(seed + 100, 300, dependence: 0.1), Tables.Mixed(seed + 200, 400));

        Assert.All(report.Metrics.Where(metric => metric.Value is not null), metric => Assert.InRange(metric.Value!.Value, metric.Min, metric.Max));
        Assert.All(report.Fidelity.Pairs, pair => Assert.InRange(pair.Value!.Value, 0, 1));
        Assert.True(report.Metric("trend").Floor < report.Metric("trend").Ceiling);
        Assert.True(report.Metric("trend").Value < report.Metric("trend").Ceiling);
    }

    [Theory, Seeds(5)]
    public void The_report_does_not_depend_on_the_number_of_threads(ulong seed)
    {
        DataFrame real = Tables.Mixed(seed, 500), synthetic = Tables.Mixed(seed + 1, 400, 0.5);

        var one = Evaluator.Evaluate(real, synthetic, options: new() { Threads = 1, Seed = seed }).ToJson();

        Assert.Equal(one, Evaluator.Evaluate(real, synthetic, options: new() { Threads = 7, Seed = seed }).ToJson());
    }

    [Fact]
    public void Known_answer_by_hand()
    {
        // number: D = 1/4 at 2; category: |3/4 − 2/4| = 1/4
        double[] numbers = [.. Enumerable.Range(1, 12).Select(i => (double)i)];
        double[] shifted = [.. numbers.Select(i => i + 3)];
        var real = new DataFrame(new DoubleColumn("n", numbers), TextColumn.Of("c", Enumerable.Range(0, 12).Select(i => i < 9 ? "a" : "b")));
        var synthetic = new DataFrame(new DoubleColumn("n", shifted), TextColumn.Of("c", Enumerable.Range(0, 12).Select(i => i < 6 ? "a" : "b")));

        var scores = Evaluator.Evaluate(real, synthetic).Fidelity;

        Assert.Equal([0.75, 0.75], scores.Columns.Select(column => column.Value!.Value));
        Assert.Equal(0.75, scores.Shape!.Value, 15);
        // The bins of 1..12 are 1.1 wide: 1-2-...-11 fall into bins 1 to 10 with 1 and 2 sharing bin 1, 12 into cell 11; above the maximum too.
        // Real (bin, c): 1a:2 2a..8a:1 each, 9b, 10b, 11b. Synthetic 4..15: 3a..8a:1 each, then b: 9, 10, 11 with 12, 13, 14, 15 in cell 11.
        // Differences: 1a 2, 2a 1, 11b 3: half the sum over 12 rows is 3/12.
        Assert.Equal(0.75, scores.Pairs[0].Value!.Value, 15);
    }

    [Fact]
    public void Strong_pairs_alone_count_in_sdmetrics_0_27()
    {
        var report = Evaluator.Evaluate(Tables.Mixed(1, 600), Tables.Mixed(2, 600));
        var mode = report.Modes.Single(scores => scores.Mode.Name == "sdmetrics-0.27");

        var counted = mode.Pairs.Where(pair => pair.Counts).ToArray();

        Assert.NotEmpty(counted);
        Assert.All(counted, pair => Assert.True(Math.Abs(pair.Real!.Value) > (pair.Kind == Evaluation.Fidelity.Pairs.PairKind.Numeric ? 0.5 : 0.3)));
        Assert.All(mode.Pairs.Except(counted), pair => Assert.NotNull(pair.Reason));
        Assert.Equal(counted.Average(pair => pair.Value!.Value), mode.Trend!.Value, 12);
    }

    [Fact]
    public void An_emptied_column_scores_zero_by_default_and_leaves_the_mean_of_sdmetrics_with_a_reason()
    {
        var real = new DataFrame(TextColumn.Of("a", ["x", "y", "x"]), TextColumn.Of("b", ["u", "u", "v"]));
        var synthetic = new DataFrame(TextColumn.Of("a", [null, null, null]), TextColumn.Of("b", ["u", "u", "v"]));

        var report = Evaluator.Evaluate(real, synthetic);
        var pinned = report.Modes.Single(mode => mode.Mode == FidelityMode.SdMetrics024);

        Assert.Equal(0.5, report.Fidelity.Shape);
        Assert.Equal(1.0, pinned.Shape);
        Assert.Contains(pinned.Remarks, remark => remark.Contains("'a'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_real_column_without_values_has_no_score_but_a_reason()
    {
        var table = new DataFrame(TextColumn.Of("empty", [null, null]), TextColumn.Of("b", ["u", "v"]));

        var score = Evaluator.Evaluate(table, table).Fidelity.Columns[0];

        Assert.Null(score.Value);
        Assert.Equal("the real column has no value", score.Reason);
    }

    [Fact]
    public void A_lacking_column_is_named() => Assert.Contains(
        "synthetic table lacks column 'a'", Assert.Throws<EvaluationException>(() => Evaluator.Evaluate(Tables.Of("a", 1.0), Tables.Of("b", 1.0))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_table_without_rows_is_named() => Assert.Contains(
        "holdout table has no rows", Assert.Throws<EvaluationException>(() => Evaluator.Evaluate(Tables.Of("a", 1.0), Tables.Of("a", 1.0), Tables.Of("a", Array.Empty<double>()))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_mode_is_told_with_the_nearest() => Assert.Contains(
        "sdmetrics-0.24", Assert.Throws<EvaluationException>(() => Evaluator.Evaluate(Tables.Of("a", 1.0), Tables.Of("a", 1.0), options: new() { Modes = ["sdmetrics-0.2"] })).Message, StringComparison.Ordinal);

    [Fact]
    public void Text_where_numbers_were_expected_scores_zero_with_a_reason()
    {
        var real = Tables.Of("a", [.. Enumerable.Range(0, 20).Select(i => (double)i)]);

        var score = Evaluator.Evaluate(real, Tables.Of("a", "x", "y")).Fidelity.Columns[0];

        Assert.Equal(0, score.Value);
        Assert.NotNull(score.Reason);
    }

    [Fact]
    public void Cancellation_stops_the_evaluation() => Assert.ThrowsAny<OperationCanceledException>(
        () => Evaluator.Evaluate(Tables.Mixed(1, 100), Tables.Mixed(2, 100), options: new() { Cancellation = new CancellationToken(canceled: true) }));

    [Fact]
    public void Json_has_the_keys_that_scripts_read()
    {
        using var json = JsonDocument.Parse(Evaluator.Evaluate(Tables.Mixed(1, 100), Tables.Mixed(2, 100)).ToJson());
        var root = json.RootElement;

        foreach (var mode in new[] { "default", "sdmetrics-0.24", "sdmetrics-0.27" })
            foreach (var key in new[] { "shape", "trend", "quality" })
                Assert.True(root.GetProperty("fidelity").GetProperty("modes").GetProperty(mode).TryGetProperty(key, out _));
        foreach (var key in new[] { "name", "value", "low", "high", "floor", "ceiling", "gauge", "direction", "rows", "undefined" })
            Assert.All(root.GetProperty("metrics").EnumerateArray(), metric => Assert.True(metric.TryGetProperty(key, out _)));
        Assert.True(root.TryGetProperty("utility", out _) && root.TryGetProperty("privacy", out _));
    }
}
