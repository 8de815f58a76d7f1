using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>Third moment: |difference of skewness| / (1 + |real skewness|); mean over the numeric and date columns.</summary>
/// <remarks>
/// 0 = same asymmetry, no upper end; the divisor keeps one long tail from ruling the mean. A constant synthetic column counts as skewness 0, a
/// constant real column leaves the mean. Time O(n). Source: Pearson, Phil. Trans. R. Soc. A 186, 1895, doi:10.1098/rsta.1895.0010.
/// </remarks>
[Metric("skewness-difference", Better.Lower, Min = 0, Title = "Skewness difference", MarginalsOnly = true, Group = MetricGroup.Columns)]
public sealed class SkewnessDifference : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        ColumnMoments.MeanOf(comparison, (real, other) => Math.Abs(other.Skewness - real.Skewness) / (1 + Math.Abs(real.Skewness)));
}
