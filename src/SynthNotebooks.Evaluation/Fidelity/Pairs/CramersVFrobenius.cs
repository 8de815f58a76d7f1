using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>Frobenius norm of the difference between the real and the synthetic matrix of Cramér's V between category columns.</summary>
/// <remarks>
/// 0 = same matrix; grows with the number of columns, so that only tables of the same columns can be compared by it.
/// A pair that is constant or empty in the synthetic table alone counts as the largest difference; one that is so in the real table counts as no difference.
/// Time O(n) a pair. Source: Cramér, Mathematical Methods of Statistics, 1946, section 21.9.
/// </remarks>
[Metric("cramers-v-frobenius", Better.Lower, Min = 0, Title = "Cramér's V matrix distance", Group = MetricGroup.Pairs)]
public sealed class CramersVFrobenius : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => PairDifferences.Score(comparison, PairMeasure.CramersV, PairDifferences.Frobenius);
}
