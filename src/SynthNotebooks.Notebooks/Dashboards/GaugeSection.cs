using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>Shape, Trend and Quality between floor and ceiling, and the same scores by other tools' definitions.</summary>
internal static class GaugeSection
{
    private const double Height = 172;

    public static double Draw(SvgCanvas canvas, double y, EvaluationReport report)
    {
        var column = DashboardPage.Column;
        var width = (column.Width - 3 * DashboardPage.Gap) / 4;
        var ceiling = report.HoldoutRows is null ? "resampled real" : "held-out real";
        (string Name, string What, string Floor)[] cards =
        [
            ("shape", "each column on its own", "evenly spread"),
            ("trend", "columns in pairs", "independent"),
            ("quality", "mean of Shape and Trend", "independent"),
        ];
        for (var i = 0; i < cards.Length; i++)
        {
            var box = new Box(column.X + i * (width + DashboardPage.Gap), y, width, Height);
            Gauge(canvas, box, report.Metric(cards[i].Name), cards[i].What, cards[i].Floor, ceiling);
        }
        Modes(canvas, new(column.X + 3 * (width + DashboardPage.Gap), y, width, Height), report);
        return y + Height + DashboardPage.Gap + 8;
    }

    private static void Gauge(SvgCanvas canvas, Box box, CalibratedMetric metric, string what, string floor, string ceiling)
    {
        DashboardPage.Card(canvas, box);
        canvas.Open($"{metric.Title}: {FigureText.Score(metric.Value)}");
        canvas.Text(box.X + 16, box.Y + 26, metric.Title, 14, Palette.Ink, bold: true);
        canvas.Text(box.X + 16, box.Y + 43, what, 11.5, Palette.Muted, width: box.Width * 0.58);
        canvas.Text(box.Right - 16, box.Y + 40, FigureText.Score(metric.Value), 28, Palette.Ink, Anchor.End, bold: true);
        if (metric.Gauge is { } gauge) canvas.Text(box.X + 16, box.Y + 68, $"{FigureText.Percent(gauge)} of the way from floor to ceiling", 11.5, Palette.Ink, width: box.Width - 32);
        GaugePlot.Draw(canvas, new(box.X + 16, box.Y + 82, box.Width - 32, 80), new(metric, $"floor: {floor}", ceiling));
        canvas.Close();
    }

    private static void Modes(SvgCanvas canvas, Box box, EvaluationReport report)
    {
        DashboardPage.Card(canvas, box);
        canvas.Text(box.X + 16, box.Y + 26, "By definition", 14, Palette.Ink, bold: true);
        canvas.Text(box.X + 16, box.Y + 43, "versions pinned", 11.5, Palette.Muted);
        double trend = box.Right - 68, quality = box.Right - 16, shape = box.Right - 120;
        canvas.Text(shape, box.Y + 66, "Shape", 10.5, Palette.Muted, Anchor.End);
        canvas.Text(trend, box.Y + 66, "Trend", 10.5, Palette.Muted, Anchor.End);
        canvas.Text(quality, box.Y + 66, "Quality", 10.5, Palette.Muted, Anchor.End);
        var y = box.Y + 88;
        foreach (var mode in report.Modes)
        {
            canvas.Line(box.X + 16, y - 16, box.Right - 16, y - 16, Palette.Grid);
            canvas.Text(box.X + 16, y, mode.Mode.Name, 11, Palette.Ink, width: shape - box.X - 54);
            canvas.Text(shape, y, FigureText.Score(mode.Shape), 11.5, Palette.Ink, Anchor.End);
            canvas.Text(trend, y, FigureText.Score(mode.Trend), 11.5, Palette.Ink, Anchor.End);
            canvas.Text(quality, y, FigureText.Score(mode.Quality), 11.5, Palette.Ink, Anchor.End, bold: true);
            y += 26;
        }
    }
}
