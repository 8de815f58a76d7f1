namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Draws overlaid histograms into an area.</summary>
internal static class HistogramPlot
{
    // From this share in one bin on, heights grow with the root of the share, or the other bins could not be seen.
    private const double Spike = 0.5;

    /// <param name="canvas">Where to.</param>
    /// <param name="area">The plot without axis labels, which stand below and to the left.</param>
    /// <param name="figure">What.</param>
    /// <param name="compact">No axis of shares.</param>
    public static void Draw(SvgCanvas canvas, Box area, HistogramFigure figure, bool compact)
    {
        var top = 0.0;
        for (var i = 0; i < figure.Real.Count; i++) top = Math.Max(top, Math.Max(figure.Real[i], figure.Synthetic[i]));
        var root = figure.Real.Count > 3 && top > Spike;
        if (top <= 0) top = 1;
        double low = figure.Edges[0], high = figure.Edges[^1];
        Axes();
        for (var i = 0; i < figure.Real.Count; i++)
        {
            var box = Bar(i, figure.Real[i]);
            canvas.Rectangle(box, Palette.RealFill, stroke: Palette.Real, strokeWidth: 0.6,
                title: $"{figure.Edge(i)} to {figure.Edge(i + 1)}: real {FigureText.Percent(figure.Real[i])}, synthetic {FigureText.Percent(figure.Synthetic[i])}");
        }
        canvas.Path(Outline(), "none", Palette.Synthetic, compact ? 1.8 : 2.2, "5 2");
        if (root) canvas.Text(area.Right, area.Y + 9, "√ scale", 9, Palette.Muted, Anchor.End);

        void Axes()
        {
            canvas.Line(area.X, area.Bottom, area.Right, area.Bottom, Palette.Muted);
            var ticks = AxisTicks.Of(low, high, compact ? 5 : 8);
            var step = ticks.Count > 1 ? ticks[1] - ticks[0] : 0;
            var free = double.NegativeInfinity;
            foreach (var tick in ticks)
            {
                var x = X(tick);
                canvas.Line(x, area.Bottom, x, area.Bottom + 3, Palette.Muted);
                var label = figure.Dates ? AxisTicks.DateLabel(tick, high - low) : AxisTicks.Label(tick, step);
                var half = TextMeasure.Width(label, 10) / 2;
                var at = Math.Clamp(x, area.X + half - 4, Math.Max(area.X, area.Right - half + 4));
                if (at - half < free + 4) continue;
                canvas.Text(at, area.Bottom + 13, label, 10, Palette.Muted, Anchor.Middle);
                free = at + half;
            }
            if (compact) return;
            foreach (var share in AxisTicks.Of(0, top, 4))
            {
                var y = Y(share);
                canvas.Line(area.X, y, area.Right, y, Palette.Grid);
                canvas.Text(area.X - 6, y + 4, FigureText.Percent(share), 10, Palette.Muted, Anchor.End);
            }
        }

        double X(double value) => area.X + (high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5) * area.Width; // halves cannot overflow

        double Y(double share) => area.Bottom - (root ? Math.Sqrt(share / top) : share / top) * area.Height;

        Box Bar(int i, double share) => new(X(figure.Edges[i]), Y(share), X(figure.Edges[i + 1]) - X(figure.Edges[i]), area.Bottom - Y(share));

        IEnumerable<(double, double)> Outline()
        {
            yield return (X(low), area.Bottom);
            for (var i = 0; i < figure.Synthetic.Count; i++)
            {
                yield return (X(figure.Edges[i]), Y(figure.Synthetic[i]));
                yield return (X(figure.Edges[i + 1]), Y(figure.Synthetic[i]));
            }
            yield return (X(high), area.Bottom);
        }
    }
}
