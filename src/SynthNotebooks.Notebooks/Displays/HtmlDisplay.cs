namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A display as HTML with a text twin; both say the same.</summary>
/// <typeparam name="T">The type, with all that derive from it or implement it.</typeparam>
public abstract class HtmlDisplay<T> : IDisplayFormatter
{
    /// <inheritdoc/>
    public Type Displays => typeof(T);

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes { get; } = [Notebooks.Displays.MimeTypes.Html, Notebooks.Displays.MimeTypes.Text];

    /// <inheritdoc/>
    public string Format(object value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(value);
        return mimeType == Notebooks.Displays.MimeTypes.Html ? ToHtml((T)value).ToString() : ToText((T)value);
    }

    /// <summary>For <c>text/html</c>; legible without style.</summary>
    protected abstract Html ToHtml(T value);

    /// <summary>For <c>text/plain</c>.</summary>
    protected abstract string ToText(T value);
}
