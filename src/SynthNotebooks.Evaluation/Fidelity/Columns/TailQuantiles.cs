using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>Tails: mean |difference| of the 1, 5, 95 and 99 % quantiles in standard deviations of the real column; mean over the numeric and date columns.</summary>
/// <remarks>
/// 0 = same tails, no upper end. Quantiles are interpolated linearly between order statistics (type 7). A constant real column leaves the mean.
/// Time O(1) on sorted columns. Source: Hyndman, Fan, Am. Stat. 50(4), 1996, doi:10.1080/00031305.1996.10473566.
/// </remarks>
[Metric("tail-quantiles", Better.Lower, Min = 0, Title = "Tail-quantile difference", MarginalsOnly = true, Group = MetricGroup.Columns, Bootstrap = true)]
public sealed class TailQuantiles : IComparisonMetric
{
    private static readonly double[] Levels = [0.01, 0.05, 0.95, 0.99];

    MetricValue IComparisonMetric.Compute(TableComparison comparison) => ColumnMean.OfNumbers(comparison, (real, other) =>
    {
        if (ColumnMoments.OfReal(comparison, real).Deviation is not (> 0 and var deviation)) return null;
        var sum = 0.0;
        foreach (var level in Levels) sum += Math.Abs(Quantile(real.Sorted, level) - Quantile(other.Sorted, level));
        return sum / Levels.Length / deviation;
    });

    /// <param name="sorted">Ascending, not empty.</param>
    /// <param name="level">0 to 1.</param>
    internal static double Quantile(ReadOnlySpan<double> sorted, double level)
    {
        var place = level * (sorted.Length - 1);
        var below = (int)place;
        if (below == sorted.Length - 1) return sorted[below];
        var share = place - below;
        return sorted[below] * (1 - share) + sorted[below + 1] * share;
    }
}
