namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Names of the columns of the table, or of the model's table, that the rest of the line names.</summary>
public sealed class ColumnNames : ICompletionSource
{
    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request) =>
        GivenColumns.Of(request).Select(column => new MagicCompletion(column.Name, "column", column.Description));
}
