namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Ids of the attacks in the catalog, and <c>all</c>.</summary>
public sealed class AttackIds : ICompletionSource
{
    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Toolkit.Attacks.Ids.Prepend("all").Select(id => new MagicCompletion(id, "attack"));
    }
}
