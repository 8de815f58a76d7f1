using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>|real − synthetic| of the correlation ratio η; mean over the pairs of a category and a numeric or date column.</summary>
/// <remarks>
/// 0 = same dependence, 1 = full dependence against none.
/// A pair that is constant or empty in the synthetic table alone counts as the largest difference; one that is so in the real table leaves the mean.
/// Time O(n + cells) a pair. Source: Fisher, Statistical Methods for Research Workers, 1925, section 45.
/// </remarks>
[Metric("correlation-ratio-difference", Better.Lower, Min = 0, Max = 1, Title = "Correlation-ratio difference", Group = MetricGroup.Pairs, Bootstrap = true)]
public sealed class CorrelationRatioDifference : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => PairDifferences.Score(comparison, PairMeasure.CorrelationRatio, PairDifferences.Mean);
}
