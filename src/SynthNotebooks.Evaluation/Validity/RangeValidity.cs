using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Fidelity.Columns;

namespace SynthNotebooks.Evaluation.Validity;

/// <summary>Ranges: share of values that lie between the real column's extremes; mean over the numeric and date columns.</summary>
/// <remarks>1 = no value is out of range. Fresh real rows may be a little below 1. Time O(log n) on sorted columns. Source: SDMetrics, BoundaryAdherence, https://github.com/sdv-dev/SDMetrics.</remarks>
[Metric("range-validity", Better.Higher, Min = 0, Max = 1, Title = "Within the real range", MarginalsOnly = true, Group = MetricGroup.Validity, Bootstrap = true)]
public sealed class RangeValidity : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        ColumnMean.OfNumbers(comparison, (real, other) => Score(real.Sorted, other.Sorted), emptied: 0);

    internal static double? Score(ReadOnlySpan<double> real, ReadOnlySpan<double> other)
    {
        int first = 0, end = other.Length;
        while (first < end && other[first] < real[0]) first++;
        while (end > first && other[end - 1] > real[^1]) end--;
        return (double)(end - first) / other.Length;
    }
}
