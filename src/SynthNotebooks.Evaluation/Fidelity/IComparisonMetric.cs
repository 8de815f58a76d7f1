using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity;

/// <summary>A metric that reads tables as fidelity does, so that the evaluator reads them once for all.</summary>
internal interface IComparisonMetric : IMetric
{
    /// <summary>The score of a comparison that has already been made.</summary>
    MetricValue Compute(TableComparison comparison);

    MetricValue IMetric.Compute(MetricInput input, CancellationToken cancellation) => Compute(TableComparison.Of(input, cancellation));
}
