using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>What is furthest from the real table: columns and pairs.</summary>
internal sealed class WorstSection : IDrawnSection<EvaluationReport>
{
    /// <summary>Most rows of a table.</summary>
    public const int Most = 8;

    private const double Row = 24;

    public double Draw(SvgCanvas canvas, double y, EvaluationReport report)
    {
        var columns = report.WorstColumns.Take(Most).ToArray();
        var pairs = report.WorstPairs.Take(Most).ToArray();
        var top = DashboardPage.Heading(canvas, y, "Furthest from the real table", "1 is best; bars show how much is missing from 1");
        var height = 46 + Math.Max(columns.Length, pairs.Length) * Row + 8;
        var whole = DashboardPage.Column;
        var left = whole with { Y = top, Width = whole.Width * 0.36, Height = height };
        var right = new Box(left.Right + DashboardPage.Gap, top, whole.Width - left.Width - DashboardPage.Gap, height);
        DashboardPage.Card(canvas, left);
        Head(canvas, left, "Column", []);
        for (var i = 0; i < columns.Length; i++)
        {
            var line = top + 46 + i * Row;
            Line(canvas, left, line, columns[i].Value, columns[0].Value);
            canvas.Text(left.X + 16, line + 16, columns[i].Name, 12, Palette.Ink, width: left.Width - 170);
        }
        DashboardPage.Card(canvas, right);
        double real = right.Right - 218, synthetic = right.Right - 148;
        Head(canvas, right, "Pair", [("real", real), ("synthetic", synthetic)]);
        for (var i = 0; i < pairs.Length; i++)
        {
            var line = top + 46 + i * Row;
            Line(canvas, right, line, pairs[i].Value, pairs[0].Value);
            var half = (real - right.X - 16 - 64) / 2;
            var first = TextMeasure.Fit(Displays.VisibleText.Of(pairs[i].First), 12, half);
            canvas.Text(right.X + 16, line + 16, pairs[i].First, 12, Palette.Ink, width: half);
            var at = right.X + 16 + TextMeasure.Width(first, 12) + 6;
            canvas.Text(at, line + 16, "×", 12, Palette.Muted);
            canvas.Text(at + 16, line + 16, pairs[i].Second, 12, Palette.Ink, width: half);
            canvas.Text(real, line + 16, FigureText.Score(pairs[i].Real), 11.5, Palette.Muted, Anchor.End);
            canvas.Text(synthetic, line + 16, FigureText.Score(pairs[i].Synthetic), 11.5, Palette.Muted, Anchor.End);
        }
        return top + height + DashboardPage.Gap;
    }

    private static void Head(SvgCanvas canvas, Box card, string what, IEnumerable<(string Text, double Right)> more)
    {
        canvas.Text(card.X + 16, card.Y + 26, what, 11.5, Palette.Muted, bold: true);
        canvas.Text(card.Right - 16, card.Y + 26, "score", 11.5, Palette.Muted, Anchor.End, bold: true);
        foreach (var (text, right) in more) canvas.Text(right, card.Y + 26, text, 11.5, Palette.Muted, Anchor.End, bold: true);
        canvas.Line(card.X + 16, card.Y + 37, card.Right - 16, card.Y + 37, Palette.Grid);
    }

    // The score, with a bar for what it lacks, full for the worst.
    private static void Line(SvgCanvas canvas, Box card, double y, double? value, double? worst)
    {
        var lacking = (1 - (value ?? 0)) / Math.Max(1e-9, 1 - (worst ?? 0));
        var track = new Box(card.Right - 124, y + 8, 58, 8);
        canvas.Rectangle(track, Palette.Grid, 4);
        if (lacking > 0) canvas.Rectangle(track with { Width = Math.Max(3, track.Width * Math.Clamp(lacking, 0, 1)) }, (value ?? 0) < 0.9 ? Palette.Synthetic : Palette.Accent, 4);
        canvas.Text(card.Right - 16, y + 16, FigureText.Score(value), 12, Palette.Ink, Anchor.End, bold: true);
    }
}
