namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A sentence as a paragraph.</summary>
public sealed class NoteDisplay : IDisplay<Note>
{
    /// <inheritdoc/>
    public Markup ToHtml(Note value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Markup.Element("p", value.Text);
    }

    /// <inheritdoc/>
    public string ToText(Note value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return VisibleText.Of(value.Text);
    }
}
