using System.Text.Json.Nodes;
using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>ROC curves on logarithmic axes, where the few false alarms that matter to privacy can be seen.</summary>
/// <param name="Title">Stands above the chart.</param>
/// <param name="Description">What the chart shows.</param>
/// <param name="Series">The curves, drawn in order.</param>
/// <param name="Least">Where both axes begin, above 0 and below 1; default .001.</param>
public sealed record RocFigure(string Title, string Description, IReadOnlyList<RocSeries> Series, double Least = 0.001) : Figure(Title, Description)
{
    private static readonly double[] Read = [0.001, 0.01, 0.1, 0.5];

    /// <inheritdoc/>
    public override string ToText() => $"{Title}\n{Description}\n" + FigureText.Table(
        ["true alarms at false alarms of", .. Read.Select(FigureText.Number)], Series.Select(series => (IReadOnlyList<string>)[series.Name, .. Read.Select(rate => FigureText.Score(rate < series.Supported ? null : At(series.Points, rate)))]));

    internal override void Draw(SvgCanvas canvas, Box area) => RocPlot.Draw(canvas, area, this);

    internal override JsonArray Traces() => new([.. Series.Select((series, i) => (JsonNode?)new JsonObject
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["name"] = PlotlyJson.Text(series.Name),
        ["x"] = PlotlyJson.Numbers(series.Points.Select(point => point.FalsePositiveRate)),
        ["y"] = PlotlyJson.Numbers(series.Points.Select(point => point.TruePositiveRate)),
        ["line"] = new JsonObject { ["color"] = Palette.Series[i % Palette.Series.Length], ["dash"] = i % 2 == 0 ? "solid" : "dash" },
    })]);

    internal override void Arrange(JsonObject layout)
    {
        layout["xaxis"] = Axis("false alarms");
        layout["yaxis"] = Axis("members found");
    }

    /// <summary>Height of a curve of straight pieces.</summary>
    internal static double At(IReadOnlyList<RocPoint> points, double rate)
    {
        var height = 0.0;
        for (var i = 1; i < points.Count; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            if (from.FalsePositiveRate > rate) break;
            var width = to.FalsePositiveRate - from.FalsePositiveRate;
            height = width > 0 ? from.TruePositiveRate + Math.Min(1, (rate - from.FalsePositiveRate) / width) * (to.TruePositiveRate - from.TruePositiveRate) : to.TruePositiveRate;
        }
        return height;
    }

    private JsonObject Axis(string title)
    {
        var axis = PlotlyJson.Axis(title);
        axis["type"] = "log";
        axis["range"] = PlotlyJson.Numbers([Math.Log10(Least), 0]);
        return axis;
    }
}
