using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Tests;

/// <summary>Tables that make metrics stumble; every metric of the catalog takes part without being named here.</summary>
public class BadInputTests
{
    private static readonly Dictionary<string, (DataFrame Real, DataFrame Synthetic)> Cases = new(StringComparer.Ordinal)
    {
        ["columns without a value"] = (Table(60, (_, _) => double.NaN, _ => null), Table(50, (_, _) => double.NaN, _ => null)),
        ["synthetic columns without a value"] = (Table(60), Table(50, (_, _) => double.NaN, _ => null)),
        ["real columns without a value"] = (Table(60, (_, _) => double.NaN, _ => null), Table(50)),
        ["constant columns"] = (Constant(60), Constant(50)),
        ["constant synthetic columns"] = (Table(60), Constant(50)),
        ["constant real columns"] = (Constant(60), Table(50)),
        ["one row each"] = (Table(1), Table(1)),
        ["one synthetic row"] = (Table(60), Table(1)),
        ["one real row"] = (Table(1), Table(50)),
        ["two rows"] = (Table(2), Table(2)),
        ["one category column"] = (Tables.Of("c", "a", "b", "a"), Tables.Of("c", "a", "b", "b")),
        ["one number column"] = (Tables.Of("n", [.. Enumerable.Range(0, 30).Select(i => (double)i)]), Tables.Of("n", 3, 4, 5)),
        ["no category in common"] = (Table(60, null, i => $"real {i % 3}"), Table(50, null, i => $"synthetic {i % 3}")),
        ["infinities"] = (Table(60, (i, x) => i % 7 == 0 ? double.PositiveInfinity : i % 11 == 0 ? double.NegativeInfinity : x), Table(50, (i, x) => i % 5 == 0 ? double.NegativeInfinity : x)),
        ["numbers near the end of double precision"] = (Table(60, (i, _) => (i % 2 == 0 ? 1e308 : -1e308) + i), Table(50, (i, _) => i * 3e306)),
        ["numbers near zero"] = (Table(60, (i, _) => i * 1e-310), Table(50, (i, _) => i * 2e-310)),
        ["text where numbers were"] = (Table(60), new(TextColumn.Of("x", Enumerable.Range(0, 50).Select(i => $"word {i % 4}")), TextColumn.Of("y", Enumerable.Range(0, 50).Select(i => "?")), TextColumn.Of("group", Enumerable.Range(0, 50).Select(i => "a")), TextColumn.Of("flag", Enumerable.Range(0, 50).Select(i => "maybe")))),
        ["identifiers alone"] = (Ids(150), Ids(150)),
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var id in MetricCatalog.Metrics.Ids)
                foreach (var name in Cases.Keys) all.Add(id, name);
            return all;
        }
    }

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static TheoryData<string> Ids_ => [.. MetricCatalog.Metrics.Ids];

    [Theory, MemberData(nameof(All))]
    public void A_metric_gives_a_value_in_its_range_or_a_reason(string id, string name)
    {
        var (real, synthetic) = Cases[name];
        var attribute = MetricCatalog.Metrics[id].Attribute;
        foreach (var holdout in new[] { null, real })
        {
            MetricValue value;
            try
            {
                value = MetricCatalog.Create(id).Compute(new(real, synthetic, real.InferSchema()) { Holdout = holdout, Target = Target(real) }, default);
            }
            catch (EvaluationException stated)
            {
                Assert.NotEmpty(stated.Message);
                continue;
            }
            if (value.Value is { } number)
            {
                Assert.True(double.IsFinite(number), $"{number}");
                Assert.InRange(number, attribute.Min, attribute.Max);
                Assert.Null(value.Undefined);
            }
            else
            {
                Assert.False(string.IsNullOrWhiteSpace(value.Undefined), "neither a value nor a reason");
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_report_has_a_finite_number_or_a_reason_everywhere(string name)
    {
        var (real, synthetic) = Cases[name];
        if (name == "identifiers alone")
        {
            Assert.Contains("No column takes part", Assert.Throws<EvaluationException>(() => Evaluator.Evaluate(real, synthetic)).Message, StringComparison.Ordinal);
            return;
        }

        foreach (var report in new[] { Evaluator.Evaluate(real, synthetic, options: new() { Target = Target(real) }), Evaluator.Evaluate(real, synthetic, synthetic), Evaluator.Drift(real, synthetic) })
        {
            Assert.All(report.Metrics, metric =>
            {
                Assert.True(metric.Value is null ^ metric.Undefined is null, $"{metric}");
                Assert.True(metric.Gauge is null ^ metric.GaugeUndefined is null, $"{metric}");
                Assert.All(new[] { metric.Value, metric.Low, metric.High, metric.Floor, metric.Ceiling, metric.Gauge }.OfType<double>(), number => Assert.True(double.IsFinite(number), $"{metric}"));
                if (metric.Low is { } low) Assert.InRange(metric.Value!.Value, low, metric.High!.Value);
            });
            Assert.DoesNotContain("NaN", report.ToJson(), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Ids_))]
    public void A_table_without_rows_is_told_by_every_metric(string id)
    {
        var real = Table(60);
        MetricInput input = new(real, real.Take([]), real.InferSchema()) { Holdout = real, Target = Target(real) };

        string? told;
        try { told = MetricCatalog.Create(id).Compute(input, default).Undefined; }
        catch (EvaluationException stated) { told = stated.Message; }

        Assert.False(string.IsNullOrWhiteSpace(told));
    }

    private static string? Target(DataFrame real) => real.Columns.Contains("flag") ? "flag" : null;

    private static DataFrame Table(int rows, Func<int, double, double>? number = null, Func<int, string?>? group = null)
    {
        var random = new SplitRandom((ulong)rows);
        double[] x = [.. Enumerable.Range(0, rows).Select(i => (number ?? ((_, value) => value))(i, random.NextNormal()))], y = [.. Enumerable.Range(0, rows).Select(i => (number ?? ((_, value) => value))(i + 1, random.NextNormal()))];
        return new(
            new DoubleColumn("x", x), new DoubleColumn("y", y), TextColumn.Of("group", Enumerable.Range(0, rows).Select(i => group is null ? $"g{random.NextBelow(3)}" : group(i))),
            new BooleanColumn("flag", Enumerable.Range(0, rows).Select(i => i % 3 == 0).ToArray()));
    }

    private static DataFrame Constant(int rows) => new(
        new DoubleColumn("x", Enumerable.Repeat(1.5, rows).ToArray()), new DoubleColumn("y", Enumerable.Repeat(-2.0, rows).ToArray()),
        TextColumn.Of("group", Enumerable.Repeat("same", rows)), new BooleanColumn("flag", new bool[rows]));

    private static DataFrame Ids(int rows) => new(TextColumn.Of("id", Enumerable.Range(0, rows).Select(i => $"id {i}")));
}
