namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Draws lines and points with axes and a key into an area.</summary>
internal static class XyPlot
{
    // More points are drawn as plain dots: forms would cover each other.
    private const int MostMarkers = 200;

    public static void Draw(SvgCanvas canvas, Box area, XyFigure figure)
    {
        var (lowX, highX) = Range(figure.Series.SelectMany(series => series.X));
        var (lowY, highY) = Range(figure.Series.SelectMany(series => series.Y));
        var key = new SeriesKey(figure.Series, area);
        var plot = area.Inset(58, 24 + key.MoreHeight, 8, figure.XLabel.Length > 0 ? 40 : 22);
        Axes();
        for (var i = 0; i < figure.Series.Count; i++) One(figure.Series[i], i);
        key.Draw(canvas, area, Sign);

        double X(double x) => plot.X + (x / 2 - lowX / 2) / (highX / 2 - lowX / 2) * plot.Width;

        double Y(double y) => plot.Bottom - (y / 2 - lowY / 2) / (highY / 2 - lowY / 2) * plot.Height;

        void Axes()
        {
            var across = AxisTicks.Of(lowX, highX, 8);
            foreach (var tick in across)
            {
                canvas.Line(X(tick), plot.Y, X(tick), plot.Bottom, Palette.Grid);
                canvas.Text(X(tick), plot.Bottom + 15, AxisTicks.Label(tick, across.Count > 1 ? across[1] - across[0] : 0), 11, Palette.Muted, Anchor.Middle);
            }
            var up = AxisTicks.Of(lowY, highY, 5);
            foreach (var tick in up)
            {
                canvas.Line(plot.X, Y(tick), plot.Right, Y(tick), Palette.Grid);
                canvas.Text(plot.X - 6, Y(tick) + 4, AxisTicks.Label(tick, up.Count > 1 ? up[1] - up[0] : 0), 11, Palette.Muted, Anchor.End);
            }
            canvas.Line(plot.X, plot.Bottom, plot.Right, plot.Bottom, Palette.Muted);
            canvas.Line(plot.X, plot.Y, plot.X, plot.Bottom, Palette.Muted);
            if (figure.XLabel.Length > 0) canvas.Text(plot.CentreX, area.Bottom - 4, figure.XLabel, 12, Palette.Muted, Anchor.Middle, width: plot.Width);
            if (figure.YLabel.Length > 0) canvas.Text(area.X + 10, plot.Y + plot.Height / 2, figure.YLabel, 12, Palette.Muted, Anchor.Middle, width: plot.Height, rotate: -90);
        }

        void One(Series series, int index)
        {
            if (series.Style == SeriesStyle.Points && series.X.Count > MostMarkers)
            {
                canvas.Dots(series.X.Zip(series.Y).Where(point => double.IsFinite(point.First) && double.IsFinite(point.Second)).Select(point => (X(point.First), Y(point.Second))), 1.3, Colour(index));
                return;
            }
            var run = new List<(double, double)>();
            for (var i = 0; i < Math.Min(series.X.Count, series.Y.Count); i++)
            {
                var shown = double.IsFinite(series.X[i]) && double.IsFinite(series.Y[i]);
                if (shown && series.Style == SeriesStyle.Points) Marker(canvas, X(series.X[i]), Y(series.Y[i]), index);
                else if (shown) run.Add((X(series.X[i]), Y(series.Y[i])));
                else End();
            }
            End();

            void End()
            {
                if (run.Count > 0) canvas.Path(run, "none", Colour(index), 2, Palette.Dashes[index % Palette.Dashes.Length]);
                run.Clear();
            }
        }

        void Sign(int i, double x, double y)
        {
            if (figure.Series[i].Style == SeriesStyle.Points) Marker(canvas, x - 12, y - 4, i);
            else canvas.Line(x - 28, y - 4, x - 6, y - 4, Colour(i), 2, Palette.Dashes[i % Palette.Dashes.Length]);
        }
    }

    private static string Colour(int index) => Palette.Series[index % Palette.Series.Length];

    // Disc (eight corners), square, triangle, diamond; hollow from the fifth series on.
    private static void Marker(SvgCanvas canvas, double x, double y, int index)
    {
        const double R = 3.4;
        var corners = (index % 4) switch { 0 => 8, 1 => 4, 2 => 3, _ => 4 };
        var turn = (index % 4) == 1 ? Math.PI / 4 : -Math.PI / 2;
        canvas.Path(
            Enumerable.Range(0, corners).Select(i => (x + R * Math.Cos(turn + i * 2 * Math.PI / corners), y + R * Math.Sin(turn + i * 2 * Math.PI / corners))),
            index % 8 < 4 ? Colour(index) : Palette.Paper, Colour(index), 1, closed: true);
    }

    private static (double Low, double High) Range(IEnumerable<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values)
            if (double.IsFinite(value)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low > high) return (0, 1);
        return low == high ? (low - 0.5, high + 0.5) : (low, high);
    }
}
