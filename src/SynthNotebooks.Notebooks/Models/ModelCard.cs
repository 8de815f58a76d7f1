using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks.Models;

/// <summary>What there is to say of a fitted model; displayable. Holds no time, so that reruns show the same.</summary>
/// <param name="Model">The model.</param>
public sealed record ModelCard(IFittedGenerator Model)
{
    /// <summary>Rows that it was fitted on; null when not known.</summary>
    public long? TrainingRows { get; init; }

    /// <summary>Categories seen fewer times were pooled; null when not known.</summary>
    public int? MinimumCount { get; init; }
}
