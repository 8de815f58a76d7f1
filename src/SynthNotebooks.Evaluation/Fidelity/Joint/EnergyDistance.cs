using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Energy coefficient of inhomogeneity: (2 E|X − Y| − E|X − X'| − E|Y − Y'|) / (2 E|X − Y|), X real and Y synthetic.</summary>
/// <remarks>
/// 0 = same distribution, 1 = two different points; unbiased, so that equal tables may fall a little below 0, −1 at the least. Euclidean distance
/// of standardised numbers (a missing one stands below the smallest) and 0 or 1 for categories. Up to 4,000 rows of each table, drawn at random
/// with the evaluation's seed. Time O(rows² · columns). Source: Székely, Rizzo, J. Stat. Plan. Inference 143(8), 2013, doi:10.1016/j.jspi.2013.03.018.
/// </remarks>
[Metric("energy-distance", Better.Lower, Min = -1, Max = 1, Title = "Energy distance", Group = MetricGroup.Joint)]
public sealed class EnergyDistance : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => KernelStatistics.Score(comparison, means =>
    {
        var between = 2 * means.Between.Distance;
        return between == 0 ? 0 : Math.Clamp((between - means.Real.Distance - means.Other.Distance) / between, -1, 1);
    });
}
