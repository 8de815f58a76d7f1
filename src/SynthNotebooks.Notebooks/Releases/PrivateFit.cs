using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>A private model that a ledger covers.</summary>
/// <param name="Model">The model, as it was read back from the ledger.</param>
/// <param name="FromLedger">Whether it was stored before, so that nothing was charged now.</param>
/// <param name="Entry">Number of the ledger's line that keeps it; the same at every rerun.</param>
public sealed record PrivateFit(IFittedGenerator Model, bool FromLedger, int Entry)
{
    /// <summary>What happened, in words that are the same at the first run and at a rerun.</summary>
    /// <param name="name">Of the model.</param>
    public string Note(string name) => FormattableString.Invariant(
        $"{name} is entry {Entry} of the ledger, which was charged for it once: the same request about the same data gets this model again, without a new charge.");
}
