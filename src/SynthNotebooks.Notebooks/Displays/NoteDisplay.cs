namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A sentence as a paragraph.</summary>
public sealed class NoteDisplay : HtmlDisplay<Note>
{
    /// <inheritdoc/>
    protected override Html ToHtml(Note value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Html.Element("p", value.Text);
    }

    /// <inheritdoc/>
    protected override string ToText(Note value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return VisibleText.Of(value.Text);
    }
}
