using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>A figure to be shown by plotly.js where the viewer has it; the picture stands beside it for viewers that run no script.</summary>
/// <param name="Figure">What is shown.</param>
public sealed record InteractiveFigure(Figure Figure);

/// <summary>Shows interactive figures.</summary>
internal sealed class InteractiveFigureFormatter : IDisplayFormatter
{
    public Type Displays => typeof(InteractiveFigure);

    public IReadOnlyList<string> MimeTypes { get; } = [Notebooks.Displays.MimeTypes.Plotly, Notebooks.Displays.MimeTypes.Svg, Notebooks.Displays.MimeTypes.Text];

    public string Format(object value, string mimeType)
    {
        var figure = ((InteractiveFigure)value).Figure;
        return mimeType switch
        {
            Notebooks.Displays.MimeTypes.Plotly => figure.ToPlotlyJson(),
            Notebooks.Displays.MimeTypes.Svg => figure.ToSvg(),
            _ => VisibleLines.Of(figure.ToText()),
        };
    }
}
