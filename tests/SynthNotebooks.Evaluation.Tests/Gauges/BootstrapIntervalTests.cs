using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Tests.Gauges;

public class BootstrapIntervalTests
{
    [Fact]
    public void The_interval_of_a_mean_is_that_of_the_central_limit()
    {
        // |mean − real mean| / σ of n rows has standard error 1/√n; half a width 1.96/√n. Forty resamples tell a deviation to 11 % (one standard error).
        var report = Evaluator.Evaluate(Normal(1, 5000, 0), Normal(2, 2500, 1), Normal(3, 5000, 0));

        var metric = report.Metric("mean-difference");
        Assert.Equal(1, (metric.High!.Value - metric.Low!.Value) / 2 / (1.96 / Math.Sqrt(2500)), 0.6);
        Assert.InRange(metric.Value!.Value, metric.Low.Value, metric.High.Value);
    }

    [Fact]
    public void Intervals_repeat_with_the_seed_and_stay_in_the_range()
    {
        EvaluationReport Report(ulong seed) => Evaluator.Evaluate(Tables.Mixed(1, 300), Tables.Mixed(2, 300), options: new() { Seed = seed });

        Assert.Equal(Report(4).Metrics, Report(4).Metrics);
        Assert.NotEqual(Report(4).Metric("shape").Low, Report(5).Metric("shape").Low);
        Assert.All(Report(4).Metrics, metric => Assert.True(metric.Low is not { } low || low >= metric.Min && metric.High <= metric.Max));
    }

    private static DataFrame Normal(ulong seed, int rows, double mean)
    {
        var random = new SplitRandom(seed);
        return Tables.Of("n", [.. Enumerable.Range(0, rows).Select(_ => mean + random.NextNormal())]);
    }
}
