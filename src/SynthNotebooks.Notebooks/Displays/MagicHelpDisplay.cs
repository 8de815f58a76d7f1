using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A help page as it stands.</summary>
public sealed class MagicHelpDisplay : IDisplay<MagicHelp>
{
    /// <inheritdoc/>
    public Markup ToHtml(MagicHelp value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // Made of the toolkit's own text, line by line, since an encoded line break would be shown as a picture.
        return Markup.Element("pre", Markup.Concat(ToText(value).TrimEnd('\n').Split('\n').SelectMany((line, i) => i == 0 ? [Markup.Text(line)] : new[] { Markup.NewLine, Markup.Text(line) })));
    }

    /// <inheritdoc/>
    public string ToText(MagicHelp value) => value?.ToString() ?? "";
}
