using System.Text.Json.Nodes;
using SynthNotebooks.Evaluation.Reports;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Two columns crossed, real beside synthetic and their difference; darker cells hold more rows.</summary>
/// <param name="Title">Stands above the chart.</param>
/// <param name="Description">What the chart shows.</param>
/// <param name="Table">Shares of rows by cell.</param>
public sealed record TwoWayFigure(string Title, string Description, PairTable Table) : Figure(Title, Description)
{
    /// <summary>The picture of a pair, in a size that suits its cells.</summary>
    public static TwoWayFigure Of(PairTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(
            $"{table.First} with {table.Second}: {FigureText.Score(table.Score)}",
            $"Share of the rows in each cell of {table.First} (across) and {table.Second} (upwards): real, synthetic, and synthetic minus real, where orange with a dash means too few.", table)
        { Width = 900, Height = 340 };
    }

    /// <inheritdoc/>
    public override string ToText() => $"{Title}\n{Description}\n" + FigureText.Table(
        [Table.First, Table.Second, "real", "synthetic"],
        Table.FirstLabels.SelectMany((first, i) => Table.SecondLabels.Select((second, j) => new[] { first, second, FigureText.Percent(Table.Real[i][j]), FigureText.Percent(Table.Synthetic[i][j]) })));

    internal override void Draw(SvgCanvas canvas, Box area) => TwoWayPlot.Draw(canvas, area, Table);

    internal override JsonArray Traces() => [Trace("real", Table.Real, "x", "y"), Trace("synthetic", Table.Synthetic, "x2", "y2")];

    internal override void Arrange(JsonObject layout)
    {
        layout["grid"] = new JsonObject { ["rows"] = 1, ["columns"] = 2, ["pattern"] = "independent" };
        foreach (var axis in new[] { "xaxis", "xaxis2", "yaxis", "yaxis2" }) layout[axis] = new JsonObject { ["type"] = "category", ["automargin"] = true };
    }

    private JsonObject Trace(string name, IReadOnlyList<IReadOnlyList<double>> shares, string x, string y) => new()
    {
        ["type"] = "heatmap",
        ["name"] = name,
        ["x"] = PlotlyJson.Texts(Table.FirstLabels),
        ["y"] = PlotlyJson.Texts(Table.SecondLabels),
        ["z"] = new JsonArray([.. Table.SecondLabels.Select((_, j) => (JsonNode?)PlotlyJson.Numbers(shares.Select(column => column[j])))]),
        ["xaxis"] = x,
        ["yaxis"] = y,
        ["zmin"] = 0,
    };
}
