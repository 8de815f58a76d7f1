using System.Text.Json.Nodes;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>A chart as data; drawn as SVG, as a figure for plotly.js, or told in text, all from the same numbers.</summary>
/// <param name="Title">Stands above the chart.</param>
/// <param name="Description">What the chart shows, in a sentence, for readers who do not see it.</param>
public abstract record Figure(string Title, string Description)
{
    /// <summary>Pixels; default 640.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Pixels; default 400.</summary>
    public int Height { get; init; } = 400;

    /// <summary>The chart as an SVG document without script or outside references; the same figure gives the same bytes.</summary>
    public string ToSvg()
    {
        var canvas = new SvgCanvas();
        canvas.Rectangle(new(0, 0, Width, Height), Palette.Paper, radius: 8);
        canvas.Text(20, 30, Title, 16, Palette.Ink, bold: true, width: Width - 40);
        Draw(canvas, new Box(0, 0, Width, Height).Inset(20, 44, 20, 16));
        return canvas.ToDocument(Width, Height, Title, Description);
    }

    /// <summary>The chart as a figure of plotly.js (<c>data</c> and <c>layout</c>).</summary>
    public string ToPlotlyJson() => PlotlyJson.Write(this);

    /// <summary>The chart for viewers that have plotly.js, with the picture beside it.</summary>
    public InteractiveFigure Interactive() => new(this);

    /// <summary>The chart's numbers as text.</summary>
    public abstract string ToText();

    /// <summary>Draws everything but the title into an area.</summary>
    internal abstract void Draw(SvgCanvas canvas, Box area);

    /// <summary>The traces of plotly.js.</summary>
    internal abstract JsonArray Traces();

    /// <summary>What the layout needs beyond title and colours.</summary>
    internal virtual void Arrange(JsonObject layout)
    {
    }
}
