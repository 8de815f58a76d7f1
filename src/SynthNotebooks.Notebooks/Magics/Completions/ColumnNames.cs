namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Names of the columns of the table, or of the model's table, that the rest of the line names; in a list those that it lacks.</summary>
public sealed class ColumnNames : ICompletionSource
{
    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var listed = request.Listed.Split(',');
        return GivenColumns.Of(request).Where(column => !listed.Contains(column.Name)).Select(column => new MagicCompletion(request.Listed + column.Name, "column", column.Description));
    }
}
