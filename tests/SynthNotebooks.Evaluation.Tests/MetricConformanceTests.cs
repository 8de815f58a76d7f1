using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Tests;

/// <summary>A new metric's file is tested without touching this one.</summary>
public class MetricConformanceTests
{
    public static TheoryData<string> Ids => [.. MetricCatalog.Metrics.Ids];

    [Theory, MemberData(nameof(Ids))]
    public void Value_lies_in_the_declared_range_and_repeats(string id)
    {
        var attribute = MetricCatalog.Metrics[id].Attribute;
        DataFrame real = Tables.Mixed(3, 200), synthetic = Tables.Mixed(4, 150);
        var input = new MetricInput(real, synthetic, real.InferSchema()) { Target = "flag", Holdout = Tables.Mixed(5, 100) };

        var value = MetricCatalog.Create(id).Compute(input, default);

        Assert.True(value.Value is null ^ value.Undefined is null, "either a value or a reason");
        if (value.Value is { } number) Assert.InRange(number, attribute.Min, attribute.Max);
        Assert.Equal(value, MetricCatalog.Create(id).Compute(input, default));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_stopped_metric_stops(string id)
    {
        var real = Tables.Mixed(3, 200);

        Assert.ThrowsAny<OperationCanceledException>(() => MetricCatalog.Create(id).Compute(new(real, real, real.InferSchema()), new CancellationToken(canceled: true)));
    }
}
