using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Recall: share of real rows in the ball of a synthetic row.</summary>
/// <remarks>
/// 1 = synthetic rows reach wherever real rows are; a few far-off rows raise it. Balls, distance and draws of rows: <see cref="ManifoldOverlap"/>, five neighbours, up to 3,000 rows of
/// each table. Interval over rows. Time O(rows² · columns). Source: Kynkäänniemi, Karras, Laine, Lehtinen, Aila, NeurIPS 2019, arXiv:1904.06991.
/// </remarks>
[Metric("recall", Better.Higher, Min = 0, Max = 1, Title = "Recall", Group = MetricGroup.Joint)]
public sealed class ManifoldRecall : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        ManifoldOverlap.MeanOf(comparison, overlap => [.. overlap.BallsAroundReal.Select(balls => balls > 0 ? 1.0 : 0)], 1);
}
