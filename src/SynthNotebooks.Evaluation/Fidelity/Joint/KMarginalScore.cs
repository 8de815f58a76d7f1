using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>NIST's k-marginal score with k = 3: 500 · (2 − mean L1 distance of real and synthetic marginals).</summary>
/// <remarks>
/// 0 = no cell in common, 1000 = same marginals. The bins and triples are those of the 3-way error e, so that the score is 1000 · (1 − e).
/// Source: Ridgeway, Theofanos, Manley, Task, NIST Technical Note 2151, 2021, doi:10.6028/NIST.TN.2151.
/// </remarks>
[Metric("k-marginal", Better.Higher, Min = 0, Max = 1000, Title = "k-marginal score", Group = MetricGroup.Joint)]
public sealed class KMarginalScore : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => MarginalErrors.Of(comparison).Three is { } error
        ? new(500 * (2 - 2 * error), Rows: comparison.Rows)
        : new(null, Rows: comparison.Rows, Undefined: "a triple needs three columns");
}
