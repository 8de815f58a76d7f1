using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Coverage: share of real rows whose ball holds a synthetic row.</summary>
/// <remarks>
/// 1 = no real row is far from synthetic ones; fresh real rows of the same number reach about 0.97. Balls, distance and draws of rows: <see cref="ManifoldOverlap"/>, five neighbours, up to 3,000 rows of
/// each table. Interval over rows. Time O(rows² · columns). Source: Naeem, Oh, Uh, Choi, Yoo, ICML 2020, arXiv:2002.09797.
/// </remarks>
[Metric("coverage", Better.Higher, Min = 0, Max = 1, Title = "Coverage", Group = MetricGroup.Joint)]
public sealed class ManifoldCoverage : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        ManifoldOverlap.MeanOf(comparison, overlap => [.. overlap.Covered.Select(covered => covered ? 1.0 : 0)], 1);
}
