using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>What an anonymised table must meet, and how it is made.</summary>
/// <param name="Quasi">Columns that an attacker may know of a person, at least one.</param>
/// <param name="Models">What every class must meet, at least one.</param>
public sealed record AnonymityOptions(IReadOnlyList<string> Quasi, IReadOnlyList<IPrivacyModel> Models)
{
    /// <summary>Columns whose values must not be learnt of a person; attacks are shown for each.</summary>
    public IReadOnlyList<string> Sensitive { get; init; } = [];

    /// <summary>By quasi-identifier; a column without one takes <see cref="DefaultHierarchy"/>.</summary>
    public IReadOnlyDictionary<string, GeneralisationHierarchy> Hierarchies { get; init; } = new Dictionary<string, GeneralisationHierarchy>();

    /// <summary>Share of the rows that may be left out, 0 (default) to 1; for the optimal method.</summary>
    public double SuppressionLimit { get; init; }

    /// <summary>How classes are made; default optimal.</summary>
    public AnonymisationMethod Method { get; init; }

    /// <summary>What the optimal method minimises; default non-uniform entropy.</summary>
    public LossMetric Loss { get; init; } = new EntropyLoss();

    /// <summary>The population that the table was drawn from, its own rows included, with the quasi-identifiers; for k-map and delta-presence.</summary>
    public DataFrame? Population { get; init; }

    /// <summary>Told of what is being done; may be null.</summary>
    public IProgress<FitProgress>? Progress { get; init; }

    /// <summary>Stops the search.</summary>
    public CancellationToken Cancellation { get; init; }
}
