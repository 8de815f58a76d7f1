using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>Frobenius norm of the difference between the real and the synthetic matrix of Pearson's r between numeric and date columns.</summary>
/// <remarks>
/// 0 = same matrix; grows with the number of columns, so that only tables of the same columns can be compared by it.
/// A pair that is constant or empty in the synthetic table alone counts as the largest difference; one that is so in the real table counts as no difference.
/// Time O(n) a pair. Source: Pearson, Proc. R. Soc. Lond. 58, 1895, doi:10.1098/rspl.1895.0041.
/// </remarks>
[Metric("pearson-frobenius", Better.Lower, Min = 0, Title = "Pearson matrix distance", Group = MetricGroup.Pairs)]
public sealed class PearsonFrobenius : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => PairDifferences.Score(comparison, PairMeasure.Pearson, PairDifferences.Frobenius);
}
