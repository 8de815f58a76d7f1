using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Shows figures as pictures; interactive on request.</summary>
internal sealed class FigureFormatter : IDisplayFormatter
{
    public Type Displays => typeof(Figure);

    public IReadOnlyList<string> MimeTypes { get; } = [Notebooks.Displays.MimeTypes.Svg, Notebooks.Displays.MimeTypes.Text];

    public string Format(object value, string mimeType) => mimeType == Notebooks.Displays.MimeTypes.Svg ? ((Figure)value).ToSvg() : VisibleLines.Of(((Figure)value).ToText());
}
