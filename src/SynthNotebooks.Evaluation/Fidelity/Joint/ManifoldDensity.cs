using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Density: real rows whose ball a synthetic row lies in, as a share of the number of neighbours; mean over synthetic rows.</summary>
/// <remarks>
/// 1 = as dense as real rows are on average; more where synthetic rows crowd the middle. Balls, distance and draws of rows: <see cref="ManifoldOverlap"/>, five neighbours, up to 3,000 rows of
/// each table. Interval over rows. Time O(rows² · columns). Source: Naeem, Oh, Uh, Choi, Yoo, ICML 2020, arXiv:2002.09797.
/// </remarks>
[Metric("density", Better.Higher, Min = 0, Title = "Density", Group = MetricGroup.Joint)]
public sealed class ManifoldDensity : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        ManifoldOverlap.MeanOf(comparison, overlap => [.. overlap.BallsAroundOther.Select(balls => (double)balls / ManifoldOverlap.Neighbours)], double.PositiveInfinity);
}
