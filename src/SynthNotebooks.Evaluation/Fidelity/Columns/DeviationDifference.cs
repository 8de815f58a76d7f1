using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>Second moment: |difference of standard deviations| as a share of the real one; mean over the numeric and date columns.</summary>
/// <remarks>0 = same spread, 1 = a constant (or twice the spread), no upper end. A constant real column leaves the mean. Time O(n). Source: Pearson, Phil. Trans. R. Soc. A 185, 1894, doi:10.1098/rsta.1894.0003.</remarks>
[Metric("deviation-difference", Better.Lower, Min = 0, Title = "Deviation difference", MarginalsOnly = true, Group = MetricGroup.Columns, Bootstrap = true)]
public sealed class DeviationDifference : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        ColumnMoments.MeanOf(comparison, (real, other) => Math.Abs(other.Deviation - real.Deviation) / real.Deviation);
}
