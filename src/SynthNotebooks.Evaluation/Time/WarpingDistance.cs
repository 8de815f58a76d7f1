using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Time;

/// <summary>Dynamic time warping: distance of a stretch of the synthetic series to the nearest stretch of the real ones, a point; mean over stretches.</summary>
/// <remarks>
/// In standard deviations of the real series, all series warped together; 0 = every stretch occurs, no upper end. Stretches of 32 points (or a
/// quarter of the shorter table's length), 48 synthetic and 192 real ones placed evenly, warped by at most 4 points. Time
/// O(stretches² · points · series). Source: Sakoe, Chiba, IEEE Trans. ASSP 26(1), 1978, doi:10.1109/TASSP.1978.1163055.
/// </remarks>
[Metric("dtw", Better.Lower, Min = 0, Title = "DTW nearest distance", Group = MetricGroup.Time)]
public sealed class WarpingDistance : IComparisonMetric
{
    private const int Points = 32, MostAsked = 48, MostSearched = 192, Band = 4;

    MetricValue IComparisonMetric.Compute(TableComparison comparison)
    {
        if (TimeTable.Unfit(comparison) is { } reason) return new(null, Rows: comparison.Rows, Undefined: reason);
        TimeTable real = TimeTable.OfReal(comparison.Tables), other = TimeTable.OfOther(comparison);
        int[] series = [.. Enumerable.Range(0, real.Series.Length).Where(i => TimeTable.Varies(real.Series[i]))];
        if (series.Length == 0) return new(null, Rows: comparison.Rows, Undefined: "every real series is empty or constant");
        if (Array.Find(series, i => other.Series[i].Length == 0) is var empty && other.Series[empty].Length == 0)
            return new(null, Rows: comparison.Rows, Undefined: $"column '{real.Names[empty]}' has no value in the compared table");
        double[][] scaled = [.. series.Select(i => Scaled(real.Series[i], real.Series[i]))], asked = [.. series.Select(i => Scaled(other.Series[i], real.Series[i]))];
        var points = Math.Min(Points, Math.Min(real.Length, other.Length) / 4);
        int[] starts = Places(other.Length - points + 1, MostAsked), targets = Places(real.Length - points + 1, MostSearched);
        var nearest = new double[starts.Length];
        Parallel.For(0, starts.Length, TableSet.Parallelism(comparison.Options), at =>
        {
            nearest[at] = double.PositiveInfinity;
            foreach (var target in targets) nearest[at] = Math.Min(nearest[at], Distance(asked, starts[at], scaled, target, points));
        });
        var mean = FixedOrderSum.Of(nearest) / nearest.Length;
        return double.IsFinite(mean) ? new(mean, Rows: comparison.Rows) : new(null, Rows: comparison.Rows, Undefined: "the series hold numbers too large to compare");
    }

    /// <summary>Least mean |difference| along a path through both stretches, a point of the stretch.</summary>
    /// <param name="a">Series of one table.</param>
    /// <param name="startA">Where its stretch begins.</param>
    /// <param name="b">The same series of the other.</param>
    /// <param name="startB">Where its stretch begins.</param>
    /// <param name="points">Length of both stretches.</param>
    internal static double Distance(double[][] a, int startA, double[][] b, int startB, int points)
    {
        Span<double> before = stackalloc double[points + 1], now = stackalloc double[points + 1];
        before.Fill(double.PositiveInfinity);
        before[0] = 0;
        for (var i = 1; i <= points; i++)
        {
            now.Fill(double.PositiveInfinity);
            for (var j = Math.Max(1, i - Band); j <= Math.Min(points, i + Band); j++)
            {
                var cost = 0.0;
                for (var s = 0; s < a.Length; s++) cost += Math.Abs(a[s][startA + i - 1] - b[s][startB + j - 1]);
                now[j] = cost / a.Length + Math.Min(before[j - 1], Math.Min(before[j], now[j - 1]));
            }
            now.CopyTo(before);
        }
        return before[points] / points;
    }

    // By the real series' mean and standard deviation.
    private static double[] Scaled(double[] series, double[] real)
    {
        var mean = FixedOrderSum.Of(real) / real.Length;
        _ = Correlogram.Centred(real, out var power);
        var deviation = Math.Sqrt(power / real.Length);
        return Array.ConvertAll(series, value => (value - mean) / deviation);
    }

    private static int[] Places(int available, int most)
    {
        var places = new int[Math.Min(available, most)];
        for (var i = 0; i < places.Length; i++) places[i] = places.Length == 1 ? 0 : (int)((long)i * (available - 1) / (places.Length - 1));
        return places;
    }
}
