using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Time;

namespace SynthNotebooks.Evaluation.Tests.Time;

public class TimeMetricTests
{
    private static readonly double[] Saw = [.. Enumerable.Range(0, 40).Select(i => i * 7 % 11 + 0.3 * i)], Squares = [.. Enumerable.Range(0, 40).Select(i => (double)(i * i * 5 % 17))];

    [Fact]
    public void Autocorrelation_of_a_known_series() =>
        Equal([0.2896953025814643, 0.39455141768937796, 0.5760897164621244, 0.16449428692340246, 0.3985399915361828], Correlogram.Autocorrelation(Saw, 5));

    [Fact]
    public void Partial_autocorrelation_solves_the_equations_of_yule_and_walker() =>
        Equal([0.2896953025814643, 0.33908522345775033, 0.4962285895736793, -0.14551706896110014, 0.11169330210365036], Correlogram.Partial(Correlogram.Autocorrelation(Saw, 5)));

    [Fact]
    public void Cross_correlation_has_both_directions() =>
        Equal([-0.14864623075160396, -0.008812744043501821, 0.1008069686375573, -0.05398395665066189, -0.0267843234710214], Correlogram.Cross(Saw, Squares, 2), 8);

    [Fact]
    public void Stationarity_statistic_of_a_known_series() => Assert.Equal(0.5171231150190537, Stationarity.Statistic(Saw), 10);

    [Fact]
    public void A_wave_has_its_variance_at_its_frequency()
    {
        double[] wave = [.. Enumerable.Range(0, 640).Select(i => i % 8 < 4 ? 1.0 : -1.0)]; // an eighth of a cycle a point: band 16 of 64

        var density = SpectralEstimate.Of(Correlogram.Autocorrelation(wave, 64));

        Assert.Equal(1, density.Sum(), 12);
        Assert.Equal(16, Array.IndexOf(density, density.Max()));
    }

    [Fact]
    public void Spectral_shares_are_those_of_the_formula()
    {
        double[] autocorrelation = [0.5, -0.2, 0.1];
        double Window(double u) => u <= 0.5 ? 1 - 6 * u * u + 6 * u * u * u : 2 * Math.Pow(1 - u, 3);
        double[] plain = [.. Enumerable.Range(0, 65).Select(band => 1 + 2 * Enumerable.Range(1, 3).Sum(lag => Window(lag / 4.0) * autocorrelation[lag - 1] * Math.Cos(Math.PI * band * lag / 64)))];

        Equal([.. plain.Select(value => value / plain.Sum())], SpectralEstimate.Of(autocorrelation), 11);
    }

    [Fact]
    public void Warping_forgives_a_small_shift_and_plain_differences_do_not()
    {
        double[][] a = [[0, 0, 1, 2, 1, 0, 0, 0]], b = [[0, 0, 0, 1, 2, 1, 0, 0]], c = [[3, 3, 3, 3, 3, 3, 3, 3]];

        Assert.Equal(0, WarpingDistance.Distance(a, 0, b, 0, 8), 12);
        Assert.Equal((24 - 4) / 8.0, WarpingDistance.Distance(a, 0, c, 0, 8), 12); // every point is 3 away, but for 1, 2 and 1
    }

    [Fact]
    public void The_order_of_the_rows_of_the_synthetic_table_does_not_matter()
    {
        DataFrame real = Series(1, 300, 0.9), synthetic = Series(2, 300, 0.9);
        var turned = synthetic.Take([.. Enumerable.Range(0, 300).Reverse()]);

        foreach (var id in Ids) Assert.Equal(Scores.Of(id, real, synthetic), Scores.Of(id, real, turned));
    }

    [Fact]
    public void Series_without_memory_are_near_the_floor_and_series_of_the_same_source_near_the_ceiling()
    {
        var real = Series(1, 1200, 0.9);

        EvaluationReport same = Evaluator.Evaluate(real, Series(2, 1200, 0.9), Series(3, 1200, 0.9)), white = Evaluator.Evaluate(real, Series(2, 1200, 0), Series(3, 1200, 0.9));

        foreach (var id in new[] { "autocorrelation", "partial-autocorrelation", "spectral-density", "dtw" })
        {
            Assert.True(same.Metric(id).Gauge > 0.6, $"{id} {same.Metric(id)}");
            Assert.True(white.Metric(id).Gauge < 0.4, $"{id} {white.Metric(id)}");
        }
    }

    [Fact]
    public void A_table_is_no_series_unless_its_rows_stand_in_order_or_a_column_is_named()
    {
        DataFrame mixed = Tables.Mixed(1, 100);

        Assert.Contains("no time column", Scores.Of("autocorrelation", mixed, mixed).Undefined, StringComparison.Ordinal);
        Assert.NotNull(Evaluator.Evaluate(mixed, mixed, options: new() { TimeColumn = "day" }).Metric("autocorrelation").Value);
        Assert.Contains("'group'", Evaluator.Evaluate(mixed, mixed, options: new() { TimeColumn = "group" }).Metric("autocorrelation").Undefined, StringComparison.Ordinal);
        Assert.Throws<EvaluationException>(() => Evaluator.Evaluate(mixed, mixed, options: new() { TimeColumn = "dya" }));
    }

    [Fact]
    public void Gaps_are_filled_along_a_line_and_times_that_repeat_are_averaged()
    {
        int[] days = [1, 2, 2, 3, 4, 5];
        var table = new DataFrame(new DateColumn("day", days), new DoubleColumn("n", new[] { double.NaN, 2, 4, double.NaN, 9, double.NaN }));

        var series = TimeTable.OfReal(Scores.Comparison(table, table, new() { TimeColumn = "day", Numeric = ["n"] }).Tables);

        Assert.Equal([3, 3, 6, 9, 9], series.Series[0]);
    }

    private static string[] Ids => [.. MetricCatalog.Metrics.Entries.Where(entry => entry.Attribute.Group == Contracts.MetricGroup.Time).Select(entry => entry.Id)];

    private static void Equal(double[] expected, double[] actual, int digits = 10)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], digits);
    }

    private static DataFrame Series(ulong seed, int rows, double memory)
    {
        var random = new SplitRandom(seed);
        double[] x = new double[rows], y = new double[rows];
        for (var i = 1; i < rows; i++)
        {
            x[i] = memory * x[i - 1] + Math.Sqrt(1 - memory * memory) * random.NextNormal();
            y[i] = 0.7 * x[i - 1] + 0.7 * random.NextNormal();
        }
        return new(new DateColumn("day", Enumerable.Range(730000, rows).ToArray()), new DoubleColumn("x", x), new DoubleColumn("y", y));
    }
}
