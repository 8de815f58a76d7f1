using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>|real − synthetic| of mutual information as a share of the geometric mean of the entropies; mean over the pairs of columns, numbers cut into ten bins of the real range.</summary>
/// <remarks>
/// 0 = same dependence, 1 = full dependence against none.
/// A pair that is constant or empty in the synthetic table alone counts as the largest difference; one that is so in the real table leaves the mean.
/// Time O(n + cells) a pair. Source: Strehl, Ghosh, J. Mach. Learn. Res. 3, 2002, section 3.3.
/// </remarks>
[Metric("mutual-information-difference", Better.Lower, Min = 0, Max = 1, Title = "Mutual-info difference", Group = MetricGroup.Pairs, Bootstrap = true)]
public sealed class MutualInformationDifference : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => PairDifferences.Score(comparison, PairMeasure.MutualInformation, PairDifferences.Mean);
}
