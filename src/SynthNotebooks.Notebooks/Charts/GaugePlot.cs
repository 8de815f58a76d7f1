namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Draws a gauge: a track from floor to ceiling, filled up to the score, which is drawn clipped.</summary>
internal static class GaugePlot
{
    /// <param name="canvas">Where to.</param>
    /// <param name="area">At least 56 high: track, ticks and their labels.</param>
    /// <param name="figure">What.</param>
    public static void Draw(SvgCanvas canvas, Box area, GaugeFigure figure)
    {
        var metric = figure.Metric;
        var track = new Box(area.X, area.Y + 12, area.Width, 12);
        double floor = track.X + track.Width * 0.06, ceiling = track.X + track.Width * 0.94;
        if (metric.Gauge is not { } gauge)
        {
            canvas.Rectangle(track, canvas.Hatch(Palette.Grid, Palette.Panel), 6, Palette.Grid);
            var y = track.Bottom + 18;
            foreach (var line in TextMeasure.Wrap($"No gauge (floor {FigureText.Score(metric.Floor)}, ceiling {FigureText.Score(metric.Ceiling)}): {metric.GaugeUndefined}.", 10.5, area.Width, 4))
            {
                canvas.Text(area.X, y, line, 10.5, Palette.Muted);
                y += 13;
            }
            return;
        }
        var at = floor + Math.Clamp(gauge, -0.06, 1.0) * (ceiling - floor);
        canvas.Rectangle(track, Palette.Grid, 6);
        canvas.Rectangle(track with { Width = Math.Max(at - track.X, 12) }, gauge < 0.5 ? Palette.Synthetic : Palette.Accent, 6, title: $"gauge {FigureText.Signed(gauge)}");
        Tick(floor, figure.FloorLabel, metric.Floor, Anchor.Start, area.X);
        Tick(ceiling, figure.CeilingLabel, metric.Ceiling, Anchor.End, area.Right);
        canvas.Path([(at, track.Y - 6), (at + 7, track.Y + 6), (at, track.Bottom + 6), (at - 7, track.Y + 6)], Palette.Paper, Palette.Ink, 2.2, closed: true, title: $"{metric.Title} {FigureText.Score(metric.Value)}");

        void Tick(double x, string label, double? value, Anchor anchor, double edge)
        {
            canvas.Line(x, track.Y - 5, x, track.Bottom + 5, Palette.Ink, 1.6);
            canvas.Text(edge, track.Bottom + 19, label, 10.5, Palette.Muted, anchor, width: area.Width / 2 - 6);
            canvas.Text(edge, track.Bottom + 32, FigureText.Score(value), 11.5, Palette.Ink, anchor, bold: true);
        }
    }
}
