namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Columns within a condition: the last word of what is typed is completed.</summary>
public sealed class ConditionColumns : ICompletionSource
{
    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var word = request.Typed.LastIndexOfAny([' ', '(', '!']) + 1;
        return GivenColumns.Of(request).Select(column => new MagicCompletion(request.Typed[..word] + column.Name, "column", column.Description));
    }
}
