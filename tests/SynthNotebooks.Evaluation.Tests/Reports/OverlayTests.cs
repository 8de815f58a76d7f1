using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Tests.Reports;

public class OverlayTests
{
    [Fact]
    public void The_plane_of_numbers_is_that_of_their_correlations()
    {
        // Two numbers of correlation r have components (1, 1) and (1, −1) with variances 1 ± r.
        var real = Numbers(1, 4000, 0.8);
        var plane = Evaluator.Evaluate(real, Numbers(2, 3000, 0.8)).Plane!;
        var r = Evaluation.Fidelity.Pairs.PearsonCorrelation.Of(real.Columns[0].ToNumbers(), real.Columns[1].ToNumbers())!.Value;

        Assert.Equal((1 + r) / 2, plane.FirstShare, 9);
        Assert.Equal((1 - r) / 2, plane.SecondShare, 9);
        Assert.Equal((1000, 1000), (plane.Real.Count, plane.Synthetic.Count));
        Assert.True(plane.Real.Average(point => point.X * point.X) > 3 * plane.Real.Average(point => point.Y * point.Y));
    }

    [Fact]
    public void A_perfect_split_by_a_category_is_the_first_component()
    {
        var random = new SplitRandom(3);
        bool[] left = [.. Enumerable.Range(0, 600).Select(_ => random.NextBelow(2) == 0)];
        var table = new DataFrame(
            TextColumn.Of("a", left.Select(one => one ? "x" : "y")), TextColumn.Of("b", left.Select(one => one ? "u" : "v")), TextColumn.Of("noise", left.Select(_ => $"n{random.NextBelow(3)}")));

        var plane = Evaluator.Evaluate(table, table).Plane!;

        Assert.True(plane.Real.Select(point => Math.Round(point.X, 1)).Distinct().Count() <= 6); // two groups, nearly the same whatever the noise
        Assert.Equal(0.5, plane.FirstShare, 1); // (1 + 1) of 2 · 1 + 1 · 2 units of variance
    }

    [Fact]
    public void Copies_stand_at_distance_zero_of_real_rows_and_fresh_rows_as_far_as_real_ones()
    {
        DataFrame real = Tables.Mixed(1, 900), fresh = Tables.Mixed(2, 900);

        var overlay = Evaluator.Evaluate(real, real.Take([.. Enumerable.Range(0, 500)]), fresh).Neighbours!;

        Assert.Equal(1, overlay.Synthetic[0]);
        Assert.True(overlay.Ceiling[0] < 0.5);
        Assert.All(new[] { overlay.Real, overlay.Synthetic, overlay.Ceiling }, shares => Assert.Equal(1, shares.Sum(), 9));
        Assert.Equal(31, overlay.Edges.Count);
    }

    [Fact]
    public void Overlays_are_made_only_when_the_group_is_asked_for()
    {
        var report = Evaluator.Evaluate(Tables.Mixed(1, 60), Tables.Mixed(2, 60), options: new() { Groups = [MetricGroup.Pairs] });

        Assert.Null(report.Plane);
        Assert.Null(report.Neighbours);
        Assert.Equal([MetricGroup.Fidelity, MetricGroup.Pairs], report.Metrics.Select(metric => metric.Group).Distinct());
    }

    private static DataFrame Numbers(ulong seed, int rows, double r)
    {
        var random = new SplitRandom(seed);
        double[] x = [.. Enumerable.Range(0, rows).Select(_ => random.NextNormal())], y = [.. x.Select(value => 5 + 3 * (r * value + Math.Sqrt(1 - r * r) * random.NextNormal()))];
        return new(new DoubleColumn("x", x), new DoubleColumn("y", y));
    }
}
