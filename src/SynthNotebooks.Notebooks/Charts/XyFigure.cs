using System.Text.Json.Nodes;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>How a series of points is drawn.</summary>
public enum SeriesStyle
{
    /// <summary>Joined by a line, told apart by colour and dash.</summary>
    Line,

    /// <summary>Markers, told apart by colour and form.</summary>
    Points,
}

/// <summary>A series of points; points with a coordinate that is not finite are left out and break the line.</summary>
/// <param name="Name">Stands in the key.</param>
/// <param name="X">Abscissas.</param>
/// <param name="Y">Ordinates, as many.</param>
/// <param name="Style">How it is drawn.</param>
public sealed record Series(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, SeriesStyle Style = SeriesStyle.Line);

/// <summary>Lines and scattered points over two axes.</summary>
/// <param name="Title">Stands above the chart.</param>
/// <param name="Description">What the chart shows.</param>
/// <param name="Series">At least one; drawn in order.</param>
/// <param name="XLabel">Stands under the horizontal axis.</param>
/// <param name="YLabel">Stands beside the vertical axis.</param>
public sealed record XyFigure(string Title, string Description, IReadOnlyList<Series> Series, string XLabel = "", string YLabel = "")
    : Figure(Title, Description)
{
    private const int MostRowsInText = 20;

    /// <inheritdoc/>
    public override string ToText()
    {
        var text = $"{Title}\n{Description}\n";
        foreach (var series in Series)
        {
            text += $"{Displays.VisibleText.Of(series.Name)} ({Displays.Counts.Of(series.X.Count, "point")})\n" + FigureText.Table(
                [XLabel.Length > 0 ? XLabel : "x", YLabel.Length > 0 ? YLabel : "y"],
                Enumerable.Range(0, Math.Min(MostRowsInText, series.X.Count)).Select(i => new[] { FigureText.Number(series.X[i]), FigureText.Number(series.Y[i]) }));
            if (series.X.Count > MostRowsInText) text += $"  ... {FigureText.Count(series.X.Count - MostRowsInText)} more\n";
        }
        return text;
    }

    internal override void Draw(SvgCanvas canvas, Box area) => XyPlot.Draw(canvas, area, this);

    internal override JsonArray Traces() => new([.. Series.Select((series, i) => (JsonNode?)new JsonObject
    {
        ["type"] = "scatter",
        ["mode"] = series.Style == SeriesStyle.Line ? "lines" : "markers",
        ["name"] = PlotlyJson.Text(series.Name),
        ["x"] = PlotlyJson.Numbers(series.X),
        ["y"] = PlotlyJson.Numbers(series.Y),
        ["line"] = new JsonObject { ["color"] = Palette.Series[i % Palette.Series.Length], ["dash"] = i % 2 == 0 ? "solid" : "dash" },
        ["marker"] = new JsonObject { ["color"] = Palette.Series[i % Palette.Series.Length], ["symbol"] = i },
    })]);

    internal override void Arrange(JsonObject layout)
    {
        layout["xaxis"] = PlotlyJson.Axis(XLabel);
        layout["yaxis"] = PlotlyJson.Axis(YLabel);
    }
}
