using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>Frobenius norm of the difference between the real and the synthetic matrix of Spearman's rank correlation between numeric and date columns.</summary>
/// <remarks>
/// 0 = same matrix; grows with the number of columns, so that only tables of the same columns can be compared by it.
/// A pair that is constant or empty in the synthetic table alone counts as the largest difference; one that is so in the real table counts as no difference.
/// Time O(n) a pair. Source: Spearman, Am. J. Psychol. 15(1), 1904, doi:10.2307/1412159.
/// </remarks>
[Metric("spearman-frobenius", Better.Lower, Min = 0, Title = "Spearman matrix distance", Group = MetricGroup.Pairs)]
public sealed class SpearmanFrobenius : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => PairDifferences.Score(comparison, PairMeasure.Spearman, PairDifferences.Frobenius);
}
