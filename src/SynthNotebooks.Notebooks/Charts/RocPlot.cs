using System.Globalization;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Draws ROC curves on logarithmic axes with the diagonal of guessing and a key.</summary>
internal static class RocPlot
{
    private const int Steps = 120; // points of a curve: straight pieces bend on logarithmic axes

    public static void Draw(SvgCanvas canvas, Box area, RocFigure figure)
    {
        var plot = area.Inset(52, 8, 10, 40);
        var decades = -Math.Log10(figure.Least);
        Axes();
        canvas.Path([(X(figure.Least), Y(figure.Least)), (X(1), Y(1))], "none", Palette.Muted, 1.2, "3 4", title: "guessing");
        for (var i = 0; i < figure.Series.Count; i++) Curve(i);
        Key();

        double X(double rate) => plot.Right + Math.Log10(Math.Max(rate, figure.Least)) / decades * plot.Width;

        double Y(double rate) => plot.Y - Math.Log10(Math.Max(rate, figure.Least)) / decades * plot.Height;

        void Axes()
        {
            for (var rate = figure.Least; rate < 1.5; rate *= 10)
            {
                var label = rate.ToString(rate >= 0.999 ? "0" : "0.####", CultureInfo.InvariantCulture);
                canvas.Line(X(rate), plot.Y, X(rate), plot.Bottom, Palette.Grid);
                canvas.Line(plot.X, Y(rate), plot.Right, Y(rate), Palette.Grid);
                canvas.Text(X(rate), plot.Bottom + 16, label, 11, Palette.Muted, Anchor.Middle);
                canvas.Text(plot.X - 6, Y(rate) + 4, label, 11, Palette.Muted, Anchor.End);
            }
            canvas.Line(plot.X, plot.Bottom, plot.Right, plot.Bottom, Palette.Muted);
            canvas.Line(plot.X, plot.Y, plot.X, plot.Bottom, Palette.Muted);
            canvas.Text(plot.CentreX, area.Bottom - 4, "false alarms (share of non-members)", 12, Palette.Muted, Anchor.Middle);
            canvas.Text(area.X + 10, plot.Y + plot.Height / 2, "members found (share)", 12, Palette.Muted, Anchor.Middle, rotate: -90);
        }

        void Curve(int index)
        {
            var series = figure.Series[index];
            var points = new List<(double, double)>(Steps + 1);
            var first = Math.Clamp(series.Supported, figure.Least, 1);
            for (var step = 0; step <= Steps; step++)
            {
                var rate = Math.Pow(first, 1 - step / (double)Steps);
                points.Add((X(rate), Y(RocFigure.At(series.Points, rate))));
            }
            canvas.Path(points, "none", Palette.Series[index % Palette.Series.Length], 2, Palette.Dashes[index % Palette.Dashes.Length], title: series.Name);
        }

        void Key()
        {
            if (figure.Series.Count == 0) return;
            var width = Math.Min(170, figure.Series.Max(series => TextMeasure.Width(Displays.VisibleText.Of(series.Name), 11.5))) + 46;
            var box = new Box(plot.Right - width - 6, plot.Bottom - figure.Series.Count * 17 - 12, width, figure.Series.Count * 17 + 8);
            canvas.Rectangle(box, Palette.Paper, 4, Palette.Grid);
            for (var i = 0; i < figure.Series.Count; i++)
            {
                var y = box.Y + 16 + i * 17;
                canvas.Line(box.X + 8, y - 4, box.X + 32, y - 4, Palette.Series[i % Palette.Series.Length], 2, Palette.Dashes[i % Palette.Dashes.Length]);
                canvas.Text(box.X + 38, y, figure.Series[i].Name, 11.5, Palette.Ink, width: 170);
            }
        }
    }
}
