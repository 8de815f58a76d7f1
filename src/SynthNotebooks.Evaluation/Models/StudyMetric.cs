using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Models;

/// <summary>A metric of trained models; its file says which, the study trains them.</summary>
public abstract class StudyMetric : IMetric
{
    private protected StudyMetric()
    {
    }

    /// <inheritdoc/>
    public MetricValue Compute(MetricInput input, CancellationToken cancellation) => ModelStudy.Of(input, cancellation) is { } study
        ? Compute(study, StudyTable.Synthetic)
        : Undefined("no column takes part");

    /// <summary>The score of a table: the synthetic one, the ceiling or the floor.</summary>
    internal abstract MetricValue Compute(ModelStudy study, StudyTable table);

    private protected static MetricValue Undefined(string? reason, long rows = 0) => new(null, Rows: rows, Undefined: reason);
}
