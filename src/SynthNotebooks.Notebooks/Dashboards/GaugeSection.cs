using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>Shape, Trend and Quality between floor and ceiling, and the same scores by other tools' definitions.</summary>
internal sealed class GaugeSection : IDrawnSection<EvaluationReport>
{
    private const double Height = 172;

    public double Draw(SvgCanvas canvas, double y, EvaluationReport report)
    {
        var column = DashboardPage.Column;
        var width = (column.Width - 3 * DashboardPage.Gap) / 4;
        var ceiling = report.HoldoutRows is null ? "resampled real" : "held-out real";
        (string Name, string What, string Floor)[] cards =
        [
            ("shape", "single columns", "evenly spread"),
            ("trend", "pairs of columns", "independent"),
            ("quality", "mean of the two", "independent"),
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
        canvas.Text(box.X + 16, box.Y + 43, what, 11.5, Palette.Muted, width: box.Width - 42 - TextMeasure.Width(FigureText.Score(metric.Value), 28, bold: true));
        canvas.Text(box.Right - 16, box.Y + 40, FigureText.Score(metric.Value), 28, Palette.Ink, Anchor.End, bold: true);
        if (metric.Gauge is { } gauge) canvas.Text(box.X + 16, box.Y + 68, Position(gauge), 11.5, Palette.Ink, width: box.Width - 32);
        GaugePlot.Draw(canvas, new(box.X + 16, box.Y + 82, box.Width - 32, 80), new(metric, $"floor: {floor}", ceiling));
        canvas.Close();
    }

    /// <summary>Where the score stands, in words.</summary>
    public static string Position(double gauge) => gauge switch
    {
        < 0 => $"below the floor: gauge {FigureText.Signed(gauge)}",
        > 1.0005 => $"above the ceiling: gauge {FigureText.Signed(gauge)}",
        _ => $"{FigureText.Percent(gauge)} of the way from floor to ceiling",
    };

    private static void Modes(SvgCanvas canvas, Box box, EvaluationReport report)
    {
        DashboardPage.Card(canvas, box);
        canvas.Text(box.X + 16, box.Y + 26, "By definition", 14, Palette.Ink, bold: true);
        canvas.Text(box.X + 16, box.Y + 43, "versions pinned", 11.5, Palette.Muted);
        double quality = box.Right - 16, trend = quality - 46, shape = trend - 44;
        canvas.Text(shape, box.Y + 66, "Shape", 10.5, Palette.Muted, Anchor.End);
        canvas.Text(trend, box.Y + 66, "Trend", 10.5, Palette.Muted, Anchor.End);
        canvas.Text(quality, box.Y + 66, "Quality", 10.5, Palette.Muted, Anchor.End);
        var y = box.Y + 88;
        foreach (var mode in report.Modes)
        {
            canvas.Line(box.X + 16, y - 16, box.Right - 16, y - 16, Palette.Grid);
            canvas.Text(box.X + 16, y, mode.Mode.Name, 10.5, Palette.Ink, width: shape - box.X - 50);
            canvas.Text(shape, y, FigureText.Score(mode.Shape), 11.5, Palette.Ink, Anchor.End);
            canvas.Text(trend, y, FigureText.Score(mode.Trend), 11.5, Palette.Ink, Anchor.End);
            canvas.Text(quality, y, FigureText.Score(mode.Quality), 11.5, Palette.Ink, Anchor.End, bold: true);
            y += 26;
        }
    }
}
