using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>3-way error of the workload: total-variation distance of real and synthetic marginals, mean over triples of columns.</summary>
/// <remarks>
/// 0 = same marginals, 1 = no cell in common; counts of small cells are noise, so that held-out rows are not at 0 either. Numbers are cut into 32
/// bins of the real range, see <see cref="WorkloadBins"/>; at most 2,000 marginals. Time O(marginals · rows).
/// Source: McKenna, Miklau, Sheldon, J. Privacy Confid. 11(3), 2021, doi:10.29012/jpc.778.
/// </remarks>
[Metric("three-way-error", Better.Lower, Min = 0, Max = 1, Title = "3-way error", Group = MetricGroup.Joint)]
public sealed class ThreeWayError : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => MarginalErrors.Of(comparison).Three is { } error
        ? new(error, Rows: comparison.Rows)
        : new(null, Rows: comparison.Rows, Undefined: "a triple needs three columns");
}
