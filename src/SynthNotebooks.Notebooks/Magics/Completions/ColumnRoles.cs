using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Items of a list <c>column=role,column=role</c>: the columns, and after the equals sign the roles.</summary>
public sealed class ColumnRoles : ICompletionSource
{
    /// <inheritdoc/>
    public IEnumerable<MagicCompletion> Complete(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var typed = request.Typed;
        var item = typed.LastIndexOf(',') + 1;
        var equals = typed.IndexOf('=', item);
        return equals < 0
            ? GivenColumns.Of(request).Select(column => new MagicCompletion($"{typed[..item]}{column.Name}=", "column", column.Description))
            : Enum.GetNames<ColumnRole>().Select(role => new MagicCompletion(typed[..(equals + 1)] + ArgumentText.Kebab(role), "value"));
    }
}
