using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity;

/// <summary>Trend: mean over pairs of columns of correlation similarity (two numbers) or contingency similarity (others), with common bin edges.</summary>
/// <remarks>0 to 1, 1 best. Default mode. Source: SDMetrics QualityReport, Column Pair Trends, with the real table's edges used for both.</remarks>
[Metric("trend", Better.Higher, Min = 0, Max = 1, Title = "Trend", Bootstrap = true)]
public sealed class TrendScore : IComparisonMetric
{
    /// <inheritdoc/>
    public MetricValue Compute(MetricInput input, CancellationToken cancellation) => TableComparison.Of(input, cancellation).Apply(this);

    MetricValue IComparisonMetric.Compute(TableComparison comparison) => comparison.MeanOfPairs(_ => true, "a pair needs two columns");
}
