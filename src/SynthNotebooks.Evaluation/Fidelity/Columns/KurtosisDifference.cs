using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>Fourth moment: |difference of kurtosis| as a share of the real kurtosis; mean over the numeric and date columns.</summary>
/// <remarks>
/// 0 = same weight of tails, no upper end. A constant synthetic column counts as kurtosis 1, the least there is; a constant real column leaves the
/// mean. Time O(n). Source: Pearson, Biometrika 4, 1905, doi:10.1093/biomet/4.1-2.169.
/// </remarks>
[Metric("kurtosis-difference", Better.Lower, Min = 0, Title = "Kurtosis difference", MarginalsOnly = true, Group = MetricGroup.Columns)]
public sealed class KurtosisDifference : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        ColumnMoments.MeanOf(comparison, (real, other) => Math.Abs(other.Kurtosis - real.Kurtosis) / real.Kurtosis);
}
