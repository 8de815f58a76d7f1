using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A help page as it stands.</summary>
public sealed class MagicHelpDisplay : HtmlDisplay<MagicHelp>
{
    /// <inheritdoc/>
    protected override Html ToHtml(MagicHelp value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // Made of the toolkit's own text, line by line, since an encoded line break would be shown as a picture.
        return Html.Element("pre", Html.Concat(ToText(value).TrimEnd('\n').Split('\n').SelectMany((line, i) => i == 0 ? [Html.Text(line)] : new[] { Html.NewLine, Html.Text(line) })));
    }

    /// <inheritdoc/>
    protected override string ToText(MagicHelp value) => VisibleLines.Of(value.ToString());
}
