using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>First moment: |difference of means| in standard deviations of the real column; mean over the numeric and date columns.</summary>
/// <remarks>0 = same means, no upper end. A constant real column leaves the mean. Time O(n). Source: Cohen, Statistical Power Analysis, 2nd ed. 1988, section 2.2 (d).</remarks>
[Metric("mean-difference", Better.Lower, Min = 0, Title = "Mean difference", MarginalsOnly = true, Group = MetricGroup.Columns, Bootstrap = true)]
public sealed class MeanDifference : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        ColumnMoments.MeanOf(comparison, (real, other) => Math.Abs(other.Mean - real.Mean) / real.Deviation);
}
