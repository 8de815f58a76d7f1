using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Precision: share of synthetic rows in the ball of a real row.</summary>
/// <remarks>
/// 1 = every synthetic row stands where real rows are. Balls, distance and draws of rows: <see cref="ManifoldOverlap"/>, five neighbours, up to 3,000 rows of
/// each table. Interval over rows. Time O(rows² · columns). Source: Kynkäänniemi, Karras, Laine, Lehtinen, Aila, NeurIPS 2019, arXiv:1904.06991.
/// </remarks>
[Metric("precision", Better.Higher, Min = 0, Max = 1, Title = "Precision", Group = MetricGroup.Joint)]
public sealed class ManifoldPrecision : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        ManifoldOverlap.MeanOf(comparison, overlap => [.. overlap.BallsAroundOther.Select(balls => balls > 0 ? 1.0 : 0)], 1);
}
