using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>Frobenius norm of the difference between the real and the synthetic matrix of the correlation ratio η between category and numeric or date columns.</summary>
/// <remarks>
/// 0 = same matrix; grows with the number of columns, so that only tables of the same columns can be compared by it.
/// A pair that is constant or empty in the synthetic table alone counts as the largest difference; one that is so in the real table counts as no difference.
/// Time O(n) a pair. Source: Fisher, Statistical Methods for Research Workers, 1925, section 45.
/// </remarks>
[Metric("correlation-ratio-frobenius", Better.Lower, Min = 0, Title = "Corr.-ratio matrix distance", Group = MetricGroup.Pairs)]
public sealed class CorrelationRatioFrobenius : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => PairDifferences.Score(comparison, PairMeasure.CorrelationRatio, PairDifferences.Frobenius);
}
