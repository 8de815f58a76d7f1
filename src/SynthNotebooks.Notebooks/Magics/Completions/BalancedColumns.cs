namespace SynthNotebooks.Notebooks.Magics;

/// <summary>The columns of the model that the line names, each to be balanced; JSON files besides.</summary>
public sealed class BalancedColumns : ICompletionSource
{
    private static readonly JsonFiles Files = new();

    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request) =>
        GivenColumns.Of(request).Select(column => new MagicCompletion(column.Name + "=balanced", "column", column.Description)).Concat(Files.Complete(request));
}
