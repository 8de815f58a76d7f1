using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Dashboards;

/// <summary>The finding in words, what was compared, and the key.</summary>
internal sealed class HeaderSection : IDrawnSection<EvaluationReport>
{
    public double Draw(SvgCanvas canvas, double y, EvaluationReport report)
    {
        const double Left = DashboardPage.Margin;
        var lines = TextMeasure.Wrap(Displays.VisibleText.Of(report.Summary), 20, DashboardPage.Width - 2 * Left, 4, bold: true);
        var height = 62 + lines.Count * 27 + 36;
        canvas.Rectangle(new(0, y, DashboardPage.Width, height), Palette.Navy, 14);
        canvas.Rectangle(new(0, y + height - 14, DashboardPage.Width, 14), Palette.Navy);
        canvas.Rectangle(new(Left, y + 27, 4, 15), "#f59e0b", 2);
        canvas.Text(Left + 14, y + 40, Title(report), 13, Palette.NavyMuted, bold: true);
        if (report.Label is { } label)
            canvas.Text(DashboardPage.Width - Left, y + 40, label, 13, Palette.NavyMuted, Anchor.End, width: 480);
        var at = y + 74;
        foreach (var line in lines)
        {
            canvas.Text(Left, at, line, 20, Palette.Paper, bold: true);
            at += 27;
        }
        canvas.Text(Left, at + 6, Facts(report), 13, Palette.NavyMuted, width: DashboardPage.Width - 2 * Left);
        return y + height + DashboardPage.Gap;
    }

    /// <summary>What the page is about, in capitals.</summary>
    public static string Title(EvaluationReport report) => report.Purpose == EvaluationPurpose.Drift ? "DRIFT" : "FIDELITY";

    /// <summary>What was compared, in one line.</summary>
    public static string Facts(EvaluationReport report)
    {
        var ceiling = report.HoldoutRows is { } rows ? $"ceiling: {FigureText.Count(rows)} held-out real rows" : "ceiling: bootstrap of the real table";
        var target = report.Target is { } name ? $" · target {name}" : "";
        var (compared, reference) = report.Purpose == EvaluationPurpose.Drift ? ("later", "earlier") : ("synthetic", "real");
        return $"{FigureText.Count(report.SyntheticRows)} {compared} rows against {FigureText.Count(report.RealRows)} {reference} rows · {Columns(report.Columns.Count)} · {ceiling}{target} · seed {report.Seed}";
    }

    private static string Columns(int count) => count == 1 ? "1 column" : $"{count} columns";
}
