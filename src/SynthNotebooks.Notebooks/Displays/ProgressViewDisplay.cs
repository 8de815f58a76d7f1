using System.Globalization;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A native bar with the share and the stage in words.</summary>
public sealed class ProgressViewDisplay : IDisplay<ProgressView>
{
    /// <inheritdoc/>
    public Markup ToHtml(ProgressView value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Markup.Element("p", Markup.Progress(value.Share), Markup.Text(" " + ToText(value)));
    }

    /// <inheritdoc/>
    public string ToText(ProgressView value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var share = Math.Round(Math.Clamp(value.Share, 0, 1) * 100).ToString(CultureInfo.InvariantCulture);
        return VisibleText.Of($"{value.Title}: {share} %{(value.Stage.Length > 0 ? ", " + value.Stage : "")}");
    }
}
