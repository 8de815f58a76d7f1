using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Dashboards;

namespace SynthNotebooks.Notebooks.Attacks;

/// <summary>A battery's report on one page: the finding, ROC curves, every attack with its interval, risks, controls, and what to know before using it.</summary>
internal static class AttackPage
{
    private const double Left = DashboardPage.Margin;

    /// <summary>From the header down.</summary>
    internal static IReadOnlyList<IDrawnSection<AttackReport>> Sections { get; } = [new MembershipSection(), new RiskSection(), new ControlSection()];

    public static string ToSvg(AttackReport report)
    {
        var canvas = new SvgCanvas();
        var y = Header(canvas, report);
        foreach (var section in Sections) y = section.Draw(canvas, y, report);
        y = Footer(canvas, y, report);
        return canvas.ToDocument(DashboardPage.Width, y, "Attacks", report.Summary, DashboardPage.Background);
    }

    private static double Header(SvgCanvas canvas, AttackReport report)
    {
        var lines = TextMeasure.Wrap(Displays.VisibleText.Of(report.Summary), 18, DashboardPage.Width - 2 * Left, 6, bold: true);
        var height = 62 + lines.Count * 25 + 36;
        canvas.Rectangle(new(0, 0, DashboardPage.Width, height), Palette.Navy, 14);
        canvas.Rectangle(new(0, height - 14, DashboardPage.Width, 14), Palette.Navy);
        canvas.Rectangle(new(Left, 27, 4, 15), "#f59e0b", 2);
        canvas.Text(Left + 14, 40, "ATTACKS", 13, Palette.NavyMuted, bold: true);
        if (report.Label is { } label) canvas.Text(DashboardPage.Width - Left, 40, label, 13, Palette.NavyMuted, Anchor.End, width: 480);
        var y = 72.0;
        foreach (var line in lines)
        {
            canvas.Text(Left, y, line, 18, Palette.Paper, bold: true);
            y += 25;
        }
        canvas.Text(Left, y + 6, Facts(report), 13, Palette.NavyMuted, width: DashboardPage.Width - 2 * Left);
        return height + DashboardPage.Gap;
    }

    private static string Facts(AttackReport report)
    {
        var holdout = report.HoldoutRows is { } rows ? $"{FigureText.Count(rows)} held-out rows, {FigureText.Count(report.ReferenceRows)} of them the attacker's" : "no holdout";
        return $"{FigureText.Count(report.SyntheticRows)} synthetic rows against {FigureText.Count(report.TrainRows)} real rows · {holdout} · {report.Plan.Count} attacks made, {report.Skipped.Count} skipped · seed {report.Seed}";
    }

    private static double Footer(SvgCanvas canvas, double y, AttackReport report)
    {
        var at = y + 4;
        string[] notes = [.. report.Warnings, .. report.Skipped.GroupBy(skipped => skipped.Reason).Select(group => $"Skipped {string.Join(", ", group.Select(skipped => AttackCatalog.Title(skipped.Attack)))}: {group.Key}.")];
        foreach (var note in notes)
        {
            foreach (var line in TextMeasure.Wrap(Displays.VisibleText.Of(note), 11, DashboardPage.Column.Width, 3))
            {
                canvas.Text(Left, at + 10, line, 11, Palette.Muted);
                at += 16;
            }
        }
        return at + 20;
    }
}
