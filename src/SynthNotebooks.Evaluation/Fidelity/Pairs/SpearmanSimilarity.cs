using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>1 − |ρ_real − ρ_synthetic| / 2 with Spearman's rank correlation; mean over the pairs of numeric and date columns.</summary>
/// <remarks>
/// 1 = same rank correlation, 0 = opposite. Rows where either cell is missing take no part.
/// A pair that is constant or empty in the synthetic table alone counts as the largest difference; one that is so in the real table leaves the mean.
/// Time O(n log n) a column, O(n) a pair. Source: Spearman, Am. J. Psychol. 15(1), 1904, doi:10.2307/1412159.
/// </remarks>
[Metric("spearman-similarity", Better.Higher, Min = 0, Max = 1, Title = "Spearman similarity", Group = MetricGroup.Pairs, Bootstrap = true)]
public sealed class SpearmanSimilarity : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => PairDifferences.Score(comparison, PairMeasure.Spearman, differences => 1 - PairDifferences.Mean(differences) / 2);
}
