using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>Share of the real column's range that lies between the synthetic column's extremes; mean over the numeric and date columns.</summary>
/// <remarks>
/// 1 = the whole range is reached, 0 = no part of it. Values beyond the real range neither help nor harm. A constant real column leaves the mean.
/// Time O(1) on sorted columns. Source: SDMetrics, RangeCoverage, https://github.com/sdv-dev/SDMetrics.
/// </remarks>
[Metric("range-coverage", Better.Higher, Min = 0, Max = 1, Title = "Range coverage", MarginalsOnly = true, Group = MetricGroup.Columns)]
public sealed class RangeCoverage : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        ColumnMean.OfNumbers(comparison, (real, other) => Score(real.Sorted, other.Sorted), emptied: 0);

    // Halves, because a range from one end of double precision to the other is no number.
    internal static double? Score(ReadOnlySpan<double> real, ReadOnlySpan<double> other)
    {
        double low = real[0] / 2, high = real[^1] / 2;
        if (low == high) return null;
        var lost = Math.Max(0, other[0] / 2 - low) + Math.Max(0, high - other[^1] / 2);
        return Math.Max(0, 1 - lost / (high - low));
    }
}
