namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Ids of the attacks in the catalog, and <c>all</c>.</summary>
public sealed class AttackIds : ICompletionSource
{
    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var listed = request.Listed.Split(',');
        return request.Toolkit.Attacks.Ids.Prepend("all").Where(id => !listed.Contains(id)).Select(id => new MagicCompletion(request.Listed + id, "attack"));
    }
}
