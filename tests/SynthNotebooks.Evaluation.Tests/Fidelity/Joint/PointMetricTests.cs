using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity.Joint;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Tests.Fidelity.Joint;

public class PointMetricTests
{
    [Theory, Seeds(3)]
    public void Energy_distance_and_discrepancy_are_those_of_plain_double_sums(ulong seed)
    {
        DataFrame real = Tables.Mixed(seed, 80), other = Tables.Mixed(seed + 9, 60, 0.1);
        var tables = Scores.Comparison(real, other).Tables;
        MixedPoints x = PointSample.Standardised(tables, -1), y = PointSample.Standardised(tables, 0);
        var bandwidth = KernelStatistics.Bandwidth(x);
        double Distance(MixedPoints a, int i, MixedPoints b, int j) => Math.Sqrt(
            a.Numbers.Zip(b.Numbers, (p, q) => Math.Pow(p[i] - (double)q[j], 2)).Sum() + a.Codes.Zip(b.Codes, (p, q) => p[i] == q[j] ? 0 : 1).Sum());
        double Mean(MixedPoints a, MixedPoints b, bool same, Func<double, double> of) =>
            (from i in Enumerable.Range(0, a.Rows) from j in Enumerable.Range(0, b.Rows) where !same || i != j select of(Distance(a, i, b, j))).Average();
        double Kernel(double distance) => Math.Exp(-distance * distance / (2 * bandwidth * bandwidth));

        var between = 2 * Mean(x, y, false, d => d);
        Assert.Equal((between - Mean(x, x, true, d => d) - Mean(y, y, true, d => d)) / between, Scores.Value("energy-distance", real, other), 6);
        Assert.Equal(Mean(x, x, true, Kernel) + Mean(y, y, true, Kernel) - 2 * Mean(x, y, false, Kernel), Scores.Value("mmd", real, other), 6);
    }

    [Theory, InlineData("energy-distance"), InlineData("mmd")]
    public void Dependence_that_single_columns_do_not_show_is_seen(string id)
    {
        DataFrame real = Tables.Mixed(1, 1500, 0.95);

        Assert.True(Scores.Value(id, real, Tables.Mixed(2, 1500, 0.95)) < 0.002);
        Assert.True(Scores.Value(id, real, Shuffled(real)) > 0.004);
    }

    [Theory, Seeds(3)]
    public void Precision_recall_density_and_coverage_are_those_of_plain_balls(ulong seed)
    {
        DataFrame real = Tables.Mixed(seed, 90), other = Tables.Mixed(seed + 9, 70, 0.1);
        var tables = Scores.Comparison(real, other).Tables;
        MixedPoints x = PointSample.InRange(tables, -1), y = PointSample.InRange(tables, 0);
        float Distance(MixedPoints a, int i, MixedPoints b, int j)
        {
            var sum = 0f;
            for (var c = 0; c < a.Numbers.Count; c++) sum += MathF.Abs(a.Numbers[c][i] - b.Numbers[c][j]);
            for (var c = 0; c < a.Codes.Count; c++) sum += a.Codes[c][i] == b.Codes[c][j] ? 0 : 1;
            return sum / a.Columns;
        }
        float[] Radii(MixedPoints points) => [.. Enumerable.Range(0, points.Rows).Select(i => Enumerable.Range(0, points.Rows).Where(j => j != i).Select(j => Distance(points, i, points, j)).Order().ElementAt(4))];
        float[] radiiX = Radii(x), radiiY = Radii(y);
        int InX(int j) => Enumerable.Range(0, x.Rows).Count(i => Distance(x, i, y, j) <= radiiX[i]);

        Assert.Equal(Enumerable.Range(0, y.Rows).Average(j => InX(j) > 0 ? 1.0 : 0), Scores.Value("precision", real, other), 12);
        Assert.Equal(Enumerable.Range(0, y.Rows).Average(j => InX(j) / 5.0), Scores.Value("density", real, other), 12);
        Assert.Equal(Enumerable.Range(0, x.Rows).Average(i => Enumerable.Range(0, y.Rows).Any(j => Distance(x, i, y, j) <= radiiY[j]) ? 1.0 : 0), Scores.Value("recall", real, other), 12);
        Assert.Equal(Enumerable.Range(0, x.Rows).Average(i => Enumerable.Range(0, y.Rows).Any(j => Distance(x, i, y, j) <= radiiX[i]) ? 1.0 : 0), Scores.Value("coverage", real, other), 12);
    }

    [Fact]
    public void A_collapsed_table_keeps_precision_and_loses_coverage()
    {
        var real = Tables.Mixed(1, 600);
        var collapsed = real.Take([.. Enumerable.Range(0, 600).Select(i => i % 10)]);

        Assert.Equal(1, Scores.Value("precision", real, collapsed));
        Assert.True(Scores.Value("coverage", real, collapsed) < 0.2);
        var value = Scores.Of("coverage", real, collapsed);
        Assert.InRange(value.Value!.Value, value.Low!.Value, value.High!.Value);
    }

    [Fact]
    public void Too_few_rows_have_a_reason()
    {
        var few = Tables.Mixed(1, 5);

        Assert.Contains("fewer than 6 rows", Scores.Of("precision", Tables.Mixed(2, 50), few).Undefined, StringComparison.Ordinal);
        Assert.Contains("one row", Scores.Of("mmd", Tables.Mixed(2, 50), Tables.Mixed(1, 1)).Undefined, StringComparison.Ordinal);
    }

    private static DataFrame Shuffled(DataFrame frame)
    {
        var random = new SplitRandom(5);
        return new([.. frame.Columns.Select(column =>
        {
            int[] order = [.. Enumerable.Range(0, column.Length)];
            random.Split(column.Name).Shuffle<int>(order);
            return column.Take(order);
        })]);
    }
}
