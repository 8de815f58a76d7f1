using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>The rows of a table, shown as the table is.</summary>
public sealed class RowCollectionDisplay : IDisplayFormatter
{
    private static readonly DataFrameDisplay Table = new();

    /// <inheritdoc/>
    public Type Displays => typeof(RowCollection);

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes => Table.MimeTypes;

    /// <inheritdoc/>
    public string Format(object value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Table.Format(((RowCollection)value).Frame, mimeType);
    }
}
