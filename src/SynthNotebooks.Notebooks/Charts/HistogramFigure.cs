using System.Text.Json.Nodes;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Two distributions of one number, laid over each other: real as filled bars, synthetic as a dashed outline.</summary>
/// <param name="Title">Stands above the chart.</param>
/// <param name="Description">What the chart shows.</param>
/// <param name="Edges">Bin edges, ascending.</param>
/// <param name="Real">Share in each bin, one fewer than edges.</param>
/// <param name="Synthetic">Share in each bin.</param>
/// <param name="Label">What the number is; stands under the axis.</param>
/// <param name="Dates">Whether the edges are days since 0001-01-01.</param>
public sealed record HistogramFigure(
    string Title, string Description, IReadOnlyList<double> Edges, IReadOnlyList<double> Real, IReadOnlyList<double> Synthetic, string Label = "", bool Dates = false)
    : Figure(Title, Description)
{
    /// <inheritdoc/>
    public override string ToText() => $"{Title}\n{Description}\n" + FigureText.Table(
        ["from", "to", "real", "synthetic"],
        Enumerable.Range(0, Real.Count).Select(i => new[] { Edge(i), Edge(i + 1), FigureText.Percent(Real[i]), FigureText.Percent(Synthetic[i]) }));

    internal override void Draw(SvgCanvas canvas, Box area)
    {
        Legends.Pair(canvas, area.Right, area.Y + 10);
        HistogramPlot.Draw(canvas, area.Inset(44, 24, 4, Label.Length > 0 ? 38 : 20), this, compact: false);
        if (Label.Length > 0) canvas.Text(area.CentreX, area.Bottom - 2, Label, 12, Palette.Muted, Anchor.Middle, width: area.Width - 60);
    }

    internal override JsonArray Traces() =>
    [
        Trace("real", Real, Palette.RealFill, Palette.Real, ""),
        Trace("synthetic", Synthetic, "rgba(0,0,0,0)", Palette.Synthetic, "/"),
    ];

    internal override void Arrange(JsonObject layout)
    {
        layout["barmode"] = "overlay";
        layout["bargap"] = 0;
        layout["xaxis"] = PlotlyJson.Axis(Label);
        layout["yaxis"] = PlotlyJson.Axis("share of rows");
    }

    /// <summary>Text of an edge.</summary>
    internal string Edge(int i) => Dates ? AxisTicks.DateLabel(Edges[i], 0) : FigureText.Number(Edges[i]);

    private JsonObject Trace(string name, IReadOnlyList<double> shares, string fill, string line, string pattern) => new()
    {
        ["type"] = "bar",
        ["name"] = name,
        ["x"] = Dates
            ? PlotlyJson.Texts(Enumerable.Range(0, shares.Count).Select(i => AxisTicks.DateLabel((Edges[i] + Edges[i + 1]) / 2, 0)))
            : PlotlyJson.Numbers(Enumerable.Range(0, shares.Count).Select(i => (Edges[i] + Edges[i + 1]) / 2)),
        ["y"] = PlotlyJson.Numbers(shares),
        ["width"] = PlotlyJson.Numbers(Enumerable.Range(0, shares.Count).Select(i => (Edges[i + 1] - Edges[i]) * (Dates ? 86_400_000 : 1))), // plotly.js counts milliseconds
        ["marker"] = new JsonObject { ["color"] = fill, ["line"] = new JsonObject { ["color"] = line, ["width"] = 1.5 }, ["pattern"] = new JsonObject { ["shape"] = pattern, ["fgcolor"] = line } },
    };
}
