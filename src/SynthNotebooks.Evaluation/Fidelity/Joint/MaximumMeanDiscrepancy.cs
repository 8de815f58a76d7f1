using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Squared maximum mean discrepancy with a Gaussian kernel whose bandwidth is the median distance of real rows.</summary>
/// <remarks>
/// 0 = same distribution, 2 at the most; unbiased, so that equal tables may fall a little below 0. Points and draws of rows as in the energy
/// distance; the median is taken over 500 of them. Time O(rows² · columns). Source: Gretton, Borgwardt, Rasch, Schölkopf, Smola, J. Mach. Learn. Res. 13, 2012.
/// </remarks>
[Metric("mmd", Better.Lower, Min = -2, Max = 2, Title = "Squared MMD", Group = MetricGroup.Joint)]
public sealed class MaximumMeanDiscrepancy : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        KernelStatistics.Score(comparison, means => Math.Clamp(means.Real.Kernel + means.Other.Kernel - 2 * means.Between.Kernel, -2, 2));
}
