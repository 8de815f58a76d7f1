namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Columns within a condition: the last word of what is typed is completed.</summary>
public sealed class ConditionColumns : ICompletionSource
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "and", "or", "not", "in", "is", "null", "between", "true", "false" };

    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var word = request.Typed.LastIndexOfAny([' ', '(', '!']) + 1;
        return GivenColumns.Of(request).Select(column => new MagicCompletion(request.Typed[..word] + Written(column.Name), "column", column.Description));
    }

    // Double quotes already stand around the whole condition.
    private static string Written(string name) => (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_') && !Words.Contains(name) ? name : $"`{name}`";
}
