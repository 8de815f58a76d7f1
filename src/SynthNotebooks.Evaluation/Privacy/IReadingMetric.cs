using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Privacy;

/// <summary>A metric that reads tables as the evaluation was told to: columns dropped, or read as numbers or categories.</summary>
internal interface IReadingMetric : IMetric
{
    /// <summary>The score, read by the evaluation's options.</summary>
    MetricValue Compute(MetricInput input, EvaluationOptions options);
}
