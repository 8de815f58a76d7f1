namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A display that is one table.</summary>
/// <typeparam name="T">The type, with all that derive from it or implement it.</typeparam>
public abstract class TableDisplay<T> : IDisplayFormatter, ITableDisplay
{
    /// <inheritdoc/>
    public Type Displays => typeof(T);

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes { get; } = [Notebooks.Displays.MimeTypes.Html, Notebooks.Displays.MimeTypes.Text];

    /// <inheritdoc/>
    public string Format(object value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(value);
        var view = View((T)value);
        return mimeType == Notebooks.Displays.MimeTypes.Html ? TableLayout.ToHtml(view).ToString() : TableLayout.ToText(view);
    }

    TableView ITableDisplay.ViewOf(object value) => View((T)value);

    /// <summary>The table to show.</summary>
    protected abstract TableView View(T value);
}
