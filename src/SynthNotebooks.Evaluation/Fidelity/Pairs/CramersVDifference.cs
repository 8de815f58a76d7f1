using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>|real − synthetic| of Cramér's V; mean over the pairs of category columns.</summary>
/// <remarks>
/// 0 = same dependence, 1 = full dependence against none.
/// A pair that is constant or empty in the synthetic table alone counts as the largest difference; one that is so in the real table leaves the mean.
/// Time O(n + cells) a pair. Source: Cramér, Mathematical Methods of Statistics, 1946, section 21.9.
/// </remarks>
[Metric("cramers-v-difference", Better.Lower, Min = 0, Max = 1, Title = "Cramér's V difference", Group = MetricGroup.Pairs, Bootstrap = true)]
public sealed class CramersVDifference : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => PairDifferences.Score(comparison, PairMeasure.CramersV, PairDifferences.Mean);
}
