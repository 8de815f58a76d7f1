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
        var line = Html.Element("p", Html.Progress(value.Share), Html.Text(" " + Line(value)));
        return value.Detail is { } detail ? Html.Concat(line, TableLayout.ToHtml(detail)) : line;
    }

    /// <inheritdoc/>
    protected override string ToText(ProgressView value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Detail is { } detail ? $"{Line(value)}\n{TableLayout.ToText(detail)}" : Line(value);
    }

    private static string Line(ProgressView value)
    {
        var share = Math.Round(Math.Clamp(value.Share, 0, 1) * 100).ToString(CultureInfo.InvariantCulture);
        return VisibleText.Of($"{value.Title}: {share} %{(value.Stage.Length > 0 ? ", " + value.Stage : "")}");
    }
}
