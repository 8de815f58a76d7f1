using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>Frobenius norm of the difference between the real and the synthetic matrix of normalised mutual information between all columns.</summary>
/// <remarks>
/// 0 = same matrix; grows with the number of columns, so that only tables of the same columns can be compared by it.
/// A pair that is constant or empty in the synthetic table alone counts as the largest difference; one that is so in the real table counts as no difference.
/// Time O(n) a pair. Source: Strehl, Ghosh, J. Mach. Learn. Res. 3, 2002, section 3.3.
/// </remarks>
[Metric("mutual-information-frobenius", Better.Lower, Min = 0, Title = "Mutual-info matrix distance", Group = MetricGroup.Pairs)]
public sealed class MutualInformationFrobenius : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => PairDifferences.Score(comparison, PairMeasure.MutualInformation, PairDifferences.Frobenius);
}
