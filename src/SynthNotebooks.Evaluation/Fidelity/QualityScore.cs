using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity;

/// <summary>Quality: mean of Shape and Trend.</summary>
/// <remarks>0 to 1, 1 best. Default mode; the one of the two that is defined where the other is not. Source: SDMetrics QualityReport.</remarks>
[Metric("quality", Better.Higher, Min = 0, Max = 1, Title = "Quality", Bootstrap = true)]
public sealed class QualityScore : IComparisonMetric
{
    /// <inheritdoc/>
    public MetricValue Compute(MetricInput input, CancellationToken cancellation) => TableComparison.Of(input, cancellation).Apply(this);

    MetricValue IComparisonMetric.Compute(TableComparison comparison) => comparison.Default.Quality is { } quality
        ? new(quality, Rows: comparison.Rows)
        : new(null, Rows: comparison.Rows, Undefined: "no column has a score");
}
