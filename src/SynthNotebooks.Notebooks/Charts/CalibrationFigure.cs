using System.Text.Json.Nodes;
using SynthNotebooks.Evaluation.Gauges;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Several scores of one scale, each with its floor, its ceiling and its interval, a line each.</summary>
/// <param name="Title">Stands above the chart.</param>
/// <param name="Description">What the chart shows.</param>
/// <param name="Metrics">At least one, with value, floor and ceiling.</param>
/// <param name="CeilingLabel">What the ceiling is.</param>
public sealed record CalibrationFigure(string Title, string Description, IReadOnlyList<CalibratedMetric> Metrics, string CeilingLabel = "ceiling") : Figure(Title, Description)
{
    /// <inheritdoc/>
    public override string ToText() => $"{Title}\n{Description}\n" + FigureText.Table(
        ["", "value", "low", "high", "floor", "ceiling"],
        Metrics.Select(metric => new[] { metric.Title, FigureText.Score(metric.Value), FigureText.Score(metric.Low), FigureText.Score(metric.High), FigureText.Score(metric.Floor), FigureText.Score(metric.Ceiling) }));

    internal override void Draw(SvgCanvas canvas, Box area)
    {
        var names = Math.Min(area.Width * 0.3, Metrics.Max(metric => TextMeasure.Width(metric.Title, 12)) + 10);
        var plot = area.Inset(names, 26, 14, 22);
        double?[] all = [.. Metrics.SelectMany(metric => new[] { metric.Value, metric.Low, metric.High, metric.Floor, metric.Ceiling })];
        double low = all.Min()!.Value, high = all.Max()!.Value, room = Math.Max((high - low) * 0.06, 0.005);
        (low, high) = (low - room, high + room);
        foreach (var tick in AxisTicks.Of(low, high, 6))
        {
            canvas.Line(X(tick), plot.Y, X(tick), plot.Bottom, Palette.Grid);
            canvas.Text(X(tick), plot.Bottom + 15, AxisTicks.Label(tick, 0.01), 10.5, Palette.Muted, Anchor.Middle);
        }
        Key(canvas, area);
        var row = plot.Height / Metrics.Count;
        for (var i = 0; i < Metrics.Count; i++) One(Metrics[i], plot.Y + (i + 0.5) * row);

        double X(double value) => plot.X + (value - low) / (high - low) * plot.Width;

        void One(CalibratedMetric metric, double y)
        {
            canvas.Text(plot.X - 10, y + 4, metric.Title, 12, Palette.Ink, Anchor.End, width: names - 10);
            canvas.Line(X(metric.Floor!.Value), y, X(metric.Ceiling!.Value), y, Palette.Grid, 5);
            canvas.Line(X(metric.Floor.Value), y - 8, X(metric.Floor.Value), y + 8, Palette.Muted, 2, "2 2");
            canvas.Line(X(metric.Ceiling.Value), y - 8, X(metric.Ceiling.Value), y + 8, Palette.Real, 3);
            if (metric is { Low: { } from, High: { } to }) canvas.Line(X(from), y, X(to), y, Palette.Synthetic, 2);
            var x = X(metric.Value!.Value);
            canvas.Path([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], Palette.Synthetic, Palette.Synthetic, closed: true, title: $"{metric.Title} {FigureText.Score(metric.Value)}");
            canvas.Text(x, y - 10, FigureText.Score(metric.Value), 10.5, Palette.Ink, Anchor.Middle, bold: true);
        }
    }

    internal override JsonArray Traces() =>
    [
        Trace("floor", metric => metric.Floor, Palette.Muted, 1),
        Trace("synthetic", metric => metric.Value, Palette.Synthetic, 2),
        Trace(CeilingLabel, metric => metric.Ceiling, Palette.Real, 0),
    ];

    private void Key(SvgCanvas canvas, Box area)
    {
        var x = area.X;
        canvas.Line(x + 3, area.Y, x + 3, area.Y + 13, Palette.Muted, 2, "2 2");
        canvas.Text(x + 10, area.Y + 11, "floor", 11.5, Palette.Ink);
        x += 22 + TextMeasure.Width("floor", 11.5);
        canvas.Path([(x + 6, area.Y + 1), (x + 12, area.Y + 7), (x + 6, area.Y + 13), (x, area.Y + 7)], Palette.Synthetic, closed: true);
        canvas.Text(x + 17, area.Y + 11, "synthetic", 11.5, Palette.Ink);
        x += 30 + TextMeasure.Width("synthetic", 11.5);
        canvas.Line(x + 3, area.Y, x + 3, area.Y + 13, Palette.Real, 3);
        canvas.Text(x + 10, area.Y + 11, CeilingLabel, 11.5, Palette.Ink);
    }

    private JsonObject Trace(string name, Func<CalibratedMetric, double?> value, string colour, int symbol) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["name"] = PlotlyJson.Text(name),
        ["x"] = PlotlyJson.Numbers(Metrics.Select(metric => value(metric) ?? double.NaN)),
        ["y"] = PlotlyJson.Texts(Metrics.Select(metric => metric.Title)),
        ["marker"] = new JsonObject { ["color"] = colour, ["symbol"] = symbol, ["size"] = 10 },
    };
}
