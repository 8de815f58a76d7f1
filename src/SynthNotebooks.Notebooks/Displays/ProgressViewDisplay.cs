using System.Globalization;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A native bar with the share and the stage in words.</summary>
public sealed class ProgressViewDisplay : HtmlDisplay<ProgressView>
{
    /// <inheritdoc/>
    protected override Html ToHtml(ProgressView value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Html.Element("p", Html.Progress(value.Share), Html.Text(" " + ToText(value)));
    }

    /// <inheritdoc/>
    protected override string ToText(ProgressView value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var share = Math.Round(Math.Clamp(value.Share, 0, 1) * 100).ToString(CultureInfo.InvariantCulture);
        return VisibleText.Of($"{value.Title}: {share} %{(value.Stage.Length > 0 ? ", " + value.Stage : "")}");
    }
}
