using System.Text.Json.Nodes;
using SynthNotebooks.Evaluation.Gauges;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>A score between its floor and its ceiling.</summary>
/// <param name="Metric">The score.</param>
/// <param name="FloorLabel">What the floor is.</param>
/// <param name="CeilingLabel">What the ceiling is.</param>
public sealed record GaugeFigure(CalibratedMetric Metric, string FloorLabel = "floor", string CeilingLabel = "ceiling")
    : Figure(Metric.Title, $"{Metric.Title} {FigureText.Score(Metric.Value)}; {FloorLabel} {FigureText.Score(Metric.Floor)}, {CeilingLabel} {FigureText.Score(Metric.Ceiling)}.")
{
    /// <inheritdoc/>
    public override string ToText() => FigureText.Table(
        ["metric", "value", "floor", "ceiling", "gauge"],
        [[Metric.Title, FigureText.Score(Metric.Value), FigureText.Score(Metric.Floor), FigureText.Score(Metric.Ceiling), Metric.Gauge is { } gauge ? FigureText.Signed(gauge) : "-"]]);

    internal override void Draw(SvgCanvas canvas, Box area) => GaugePlot.Draw(canvas, new(area.X, area.Y + 20, area.Width, 70), this);

    internal override JsonArray Traces() =>
    [
        new JsonObject
        {
            ["type"] = "indicator",
            ["mode"] = "number+gauge",
            ["value"] = Metric.Value is { } value ? JsonValue.Create(value) : null,
            ["gauge"] = new JsonObject
            {
                ["shape"] = "bullet",
                ["axis"] = new JsonObject { ["range"] = PlotlyJson.Numbers([Metric.Floor ?? 0, Metric.Ceiling ?? 1]) },
                ["bar"] = new JsonObject { ["color"] = Palette.Accent },
            },
        },
    ];
}
