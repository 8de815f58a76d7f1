using System.Text.Json.Nodes;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>A matrix as colours: blue above zero, orange with a dash below, darker further from zero.</summary>
/// <param name="Title">Stands above the chart.</param>
/// <param name="Description">What the chart shows.</param>
/// <param name="Names">Of the rows, and of the columns unless <see cref="ColumnNames"/> says otherwise.</param>
/// <param name="Values">Row by row; null where undefined.</param>
/// <param name="Limit">The value of the darkest colour; larger ones are drawn alike. Positive.</param>
public sealed record HeatMapFigure(string Title, string Description, IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<double?>> Values, double Limit = 1)
    : Figure(Title, Description)
{
    /// <summary>Names of the columns when they are not those of the rows: as many as each row has values.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    internal IReadOnlyList<string> Across => ColumnNames ?? Names;

    /// <inheritdoc/>
    public override string ToText() => $"{Title}\n{Description}\n" + FigureText.Table(
        ["", .. Across], Names.Select((name, i) => (IReadOnlyList<string>)[name, .. Values[i].Select(FigureText.Score)]));

    internal override void Draw(SvgCanvas canvas, Box area)
    {
        var left = Math.Min(area.Width * 0.3, HeatMapPlot.LabelWidth(Names, 11));
        var bottom = Math.Min(area.Height * 0.3, HeatMapPlot.LabelWidth(Across, 11));
        var (width, height) = (area.Width - left - 70, area.Height - bottom);
        var cell = Math.Min(width / Math.Max(1, Across.Count), height / Math.Max(1, Names.Count));
        var map = ColumnNames is null
            ? new Box(area.X + left, area.Y, Math.Min(width, height), Math.Min(width, height))
            : new Box(area.X + left, area.Y, cell * Across.Count, cell * Names.Count);
        HeatMapPlot.Draw(canvas, map, this, left, bottom);
        HeatMapPlot.DrawScale(canvas, new(map.Right + 18, map.Y, 14, map.Height), Limit);
    }

    internal override JsonArray Traces() =>
    [
        new JsonObject
        {
            ["type"] = "heatmap",
            ["x"] = PlotlyJson.Texts(Across),
            ["y"] = PlotlyJson.Texts(Names),
            ["z"] = new JsonArray([.. Values.Select(row => (JsonNode?)PlotlyJson.Numbers(row.Select(value => value ?? double.NaN)))]),
            ["zmin"] = -Limit,
            ["zmax"] = Limit,
            ["colorscale"] = new JsonArray([.. Enumerable.Range(0, 9).Select(i => (JsonNode?)new JsonArray(i / 8.0, Palette.Diverging(i / 4.0 - 1)))]),
        },
    ];

    internal override void Arrange(JsonObject layout)
    {
        layout["xaxis"] = new JsonObject { ["type"] = "category", ["automargin"] = true };
        layout["yaxis"] = new JsonObject { ["type"] = "category", ["autorange"] = "reversed", ["automargin"] = true };
    }
}
