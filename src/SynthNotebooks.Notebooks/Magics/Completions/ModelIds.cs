namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Ids of the models in the catalog.</summary>
public sealed class ModelIds : ICompletionSource
{
    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Toolkit.Models.Ids.Select(id => new MagicCompletion(id, "model"));
    }
}
