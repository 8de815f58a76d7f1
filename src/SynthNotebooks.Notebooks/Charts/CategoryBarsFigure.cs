using System.Text.Json.Nodes;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Frequencies of categories side by side: real filled, synthetic hatched.</summary>
/// <param name="Title">Stands above the chart.</param>
/// <param name="Description">What the chart shows.</param>
/// <param name="Labels">Categories, from the top.</param>
/// <param name="Real">Share of each, 0 to 1.</param>
/// <param name="Synthetic">Share of each, 0 to 1.</param>
public sealed record CategoryBarsFigure(string Title, string Description, IReadOnlyList<string> Labels, IReadOnlyList<double> Real, IReadOnlyList<double> Synthetic)
    : Figure(Title, Description)
{
    /// <inheritdoc/>
    public override string ToText() => $"{Title}\n{Description}\n" + FigureText.Table(
        ["category", "real", "synthetic"], Labels.Select((label, i) => new[] { label, FigureText.Percent(Real[i]), FigureText.Percent(Synthetic[i]) }));

    internal override void Draw(SvgCanvas canvas, Box area)
    {
        Legends.Pair(canvas, area.Right, area.Y + 10);
        CategoryBarsPlot.Draw(canvas, area.Inset(0, 24, 0, 0), this, 12);
    }

    internal override JsonArray Traces() =>
    [
        Trace("real", Real, Palette.RealFill, Palette.Real, ""),
        Trace("synthetic", Synthetic, Palette.SyntheticFill, Palette.Synthetic, "/"),
    ];

    internal override void Arrange(JsonObject layout)
    {
        layout["barmode"] = "group";
        layout["xaxis"] = PlotlyJson.Axis("share of rows");
        layout["yaxis"] = new JsonObject { ["type"] = "category", ["autorange"] = "reversed", ["automargin"] = true };
    }

    private JsonObject Trace(string name, IReadOnlyList<double> shares, string fill, string line, string pattern) => new()
    {
        ["type"] = "bar",
        ["orientation"] = "h",
        ["name"] = name,
        ["y"] = PlotlyJson.Texts(Labels),
        ["x"] = PlotlyJson.Numbers(shares),
        ["marker"] = new JsonObject { ["color"] = fill, ["line"] = new JsonObject { ["color"] = line, ["width"] = 1 }, ["pattern"] = new JsonObject { ["shape"] = pattern, ["fgcolor"] = line } },
    };
}
