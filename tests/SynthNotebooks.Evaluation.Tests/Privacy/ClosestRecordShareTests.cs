using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Privacy;

namespace SynthNotebooks.Evaluation.Tests.Privacy;

public class ClosestRecordShareTests
{
    [Fact]
    public void Known_answer_by_hand()
    {
        // Range 0 to 10; synthetic 1 is nearer to train 0, 9 nearer to holdout 8, 5 as near to train 10 as to holdout 0 (0.5 each with the category).
        DataFrame train = Table([0, 10], ["a", "a"]), holdout = Table([8, 0], ["b", "a"]);

        Assert.Equal(0.5, Share(train, holdout, Table([5], ["a"]))); // |5-0| = |5-10| on both sides
        Assert.Equal(0, Share(train, holdout, Table([9], ["b"])));
        Assert.Equal(1, Share(train, holdout, Table([10], ["a"])));
        Assert.Equal(0.5, Share(train, holdout, Table([10, 9], ["a", "b"])));
    }

    [Fact]
    public void Missing_cells_are_near_each_other()
    {
        DataFrame train = Table([0, double.NaN], ["a", "a"]), holdout = Table([1, 0], ["a", null]);

        Assert.Equal(1, Share(train, holdout, Table([double.NaN], ["a"])));
        Assert.Equal(0, Share(train, holdout, Table([0], [null])));
    }

    [Fact]
    public void Fresh_rows_are_as_near_to_either_side_and_copies_are_not()
    {
        DataFrame train = Tables.Mixed(1, 2000), holdout = Tables.Mixed(2, 2000), fresh = Tables.Mixed(3, 2000);

        var found = ClosestRecords.Measure(train, holdout, fresh);

        // Both sides are samples of one source; shares of one draw of the sides spread a little more than the error over queries tells.
        Assert.InRange(found.Share, 0.5 - 8 * found.StandardError, 0.5 + 8 * found.StandardError);
        Assert.True(ClosestRecords.Measure(train, holdout, train).Share > 0.9);
        Assert.True(ClosestRecords.Measure(train, holdout, holdout).Share < 0.1);
    }

    [Fact]
    public void The_report_shows_it_under_privacy_between_repeated_rows_and_held_out_rows()
    {
        var report = Evaluator.Evaluate(Tables.Mixed(1, 800), Tables.Mixed(2, 800), Tables.Mixed(3, 800));

        var metric = Assert.Single(report.Privacy.Metrics, metric => metric.Name == "dcr-share");
        Assert.Null(report.Privacy.Undefined);
        Assert.True(metric.Floor > 0.9, $"floor {metric.Floor}");
        Assert.InRange(metric.Ceiling!.Value, 0.35, 0.65);
        Assert.InRange(metric.Value!.Value, metric.Low!.Value, metric.High!.Value);
    }

    [Fact]
    public void Without_held_out_rows_it_is_undefined_with_the_reason()
    {
        var report = Evaluator.Evaluate(Tables.Mixed(1, 100), Tables.Mixed(2, 100));

        Assert.Contains("held-out rows are needed", report.Privacy.Undefined, StringComparison.Ordinal);
        Assert.Null(report.Metric("dcr-share").Value);
    }

    [Fact]
    public void Dropped_columns_take_no_part()
    {
        DataFrame train = Table([0, 10], ["a", "b"]), holdout = Table([0, 10], ["c", "d"]), synthetic = Table([0, 10], ["a", "b"]);

        Assert.Equal(1, Evaluator.Evaluate(train, synthetic, holdout).Metric("dcr-share").Value);
        Assert.Equal(0.5, Evaluator.Evaluate(train, synthetic, holdout, new() { Drop = ["c"] }).Metric("dcr-share").Value);
    }

    private static double Share(DataFrame train, DataFrame holdout, DataFrame synthetic) =>
        new ClosestRecordShare().Compute(new(train, synthetic, train.InferSchema()) { Holdout = holdout }, default).Value!.Value;

    // Few distinct numbers would be read as categories.
    private static DataFrame Table(double[] numbers, string?[] texts) => new(new DateColumn("n", numbers.Select(number => double.IsNaN(number) ? 0 : (int)number).ToArray(), NullMask.Of([.. numbers.Select(double.IsNaN)])), TextColumn.Of("c", texts));
}
