using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity;

/// <summary>Shape: mean over columns of Kolmogorov-Smirnov similarity (numbers, dates) or total-variation similarity (categories).</summary>
/// <remarks>0 to 1, 1 best. Default mode. Source: SDMetrics QualityReport, Column Shapes; Patki, Wedge, Veeramachaneni, DSAA 2016, doi:10.1109/DSAA.2016.49.</remarks>
[Metric("shape", Better.Higher, Min = 0, Max = 1, Title = "Shape", MarginalsOnly = true, Bootstrap = true)]
public sealed class ShapeScore : IComparisonMetric
{
    /// <inheritdoc/>
    public MetricValue Compute(MetricInput input, CancellationToken cancellation) => TableComparison.Of(input, cancellation).Apply(this);

    MetricValue IComparisonMetric.Compute(TableComparison comparison) => comparison.MeanOfColumns(_ => true, "no column takes part");
}
