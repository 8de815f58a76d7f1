using System.Globalization;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Dashboards;

namespace SynthNotebooks.Notebooks.Attacks;

/// <summary>Attacks on membership: ROC curves beside every attack's AUC with its interval, on records drawn at random and on the most isolated.</summary>
internal sealed class MembershipSection : IDrawnSection<AttackReport>
{
    private const int MostCurves = 6;
    private const double Row = 30, Head = 48;

    public double Draw(SvgCanvas canvas, double y, AttackReport report)
    {
        var attacks = report.Results.Where(result => result.Membership is not null).GroupBy(result => result.Attack)
            .OrderByDescending(group => group.First().Membership!.Auc.Value).ToArray();
        if (attacks.Length == 0) return y;
        var top = DashboardPage.Heading(canvas, y, "Was a record learnt?", "AUC .5 is guessing; filled: records drawn at random, hollow: the most isolated; 95 % intervals");
        var height = Math.Max(380, Head + attacks.Length * Row + 40);
        var whole = DashboardPage.Column;
        var left = whole with { Y = top, Width = 420, Height = height };
        var right = new Box(left.Right + DashboardPage.Gap, top, whole.Width - left.Width - DashboardPage.Gap, height);
        DashboardPage.Card(canvas, left);
        canvas.Text(left.X + 16, left.Y + 26, "ROC curves, logarithmic", 13, Palette.Ink, bold: true);
        RocPlot.Draw(canvas, new Box(left.X, left.Y, left.Width, Math.Min(height, 520)).Inset(10, 40, 10, 12), Roc(report));
        DashboardPage.Card(canvas, right);
        Table(canvas, right, attacks);
        return top + height + DashboardPage.Gap + 8;
    }

    /// <summary>The curves of the strongest attacks on records drawn at random.</summary>
    public static RocFigure Roc(AttackReport report)
    {
        var strongest = report.Results.Where(result => result is { Membership: not null, Scope: "average" }).OrderByDescending(result => result.Membership!.Auc.Value).Take(MostCurves);
        return new("ROC curves", "Share of members found against share of non-members falsely called members; both axes logarithmic.",
            [.. strongest.Select(result => new RocSeries(AttackCatalog.Title(result.Attack), result.Membership!.Roc, 1.0 / result.NonMembers))]);
    }

    private static void Table(SvgCanvas canvas, Box card, IGrouping<string, AttackResult>[] attacks)
    {
        var lowest = Math.Min(0.4, attacks.SelectMany(group => group).Min(result => result.Membership!.Auc.Low));
        double names = card.X + 16, first = card.X + 168, numbers = card.Right - 16;
        var plot = new ForestPlot(canvas, new(first, card.Y + Head, numbers - 272 - first, attacks.Length * Row), Math.Floor(lowest * 10) / 10, 1);
        plot.Axis(0.5);
        (string Text, double X)[] heads = [("AUC", numbers - 220), ("TPR at 1 %", numbers - 136), ("at .1 %", numbers - 84), ("eps ≥ (of)", numbers)];
        canvas.Text(names, card.Y + 28, "attack", 11, Palette.Muted, bold: true);
        foreach (var (text, x) in heads) canvas.Text(x, card.Y + 28, text, 11, Palette.Muted, Anchor.End, bold: true);
        for (var i = 0; i < attacks.Length; i++)
        {
            var y = card.Y + Head + i * Row;
            var weak = AttackCatalog.Attacks[attacks[i].Key].Attribute.Weak;
            canvas.Text(names, y + (weak ? 13 : 19), AttackCatalog.Title(attacks[i].Key), 12, Palette.Ink, width: 146);
            if (weak) canvas.Text(names, y + 25, "never a pass gate", 9.5, Palette.Muted);
            foreach (var result in attacks[i])
            {
                var verdict = result.Membership!;
                var worst = result.Scope == "worst";
                plot.Figure(y + (worst ? 21 : 10), verdict.Auc, verdict.Auc.Low > 0.5, worst, $"{result.Scope}: AUC {FigureText.Score(verdict.Auc.Value)} ({FigureText.Score(verdict.Auc.Low)} to {FigureText.Score(verdict.Auc.High)})");
                var line = y + (worst ? 25 : 13);
                var (size, ink) = worst ? (10.0, Palette.Muted) : (11.5, Palette.Ink);
                string[] cells =
                [
                    FigureText.Score(verdict.Auc.Value), FigureText.Score(verdict.TprAt1Percent), FigureText.Score(verdict.TprAtTenthPercent),
                    verdict.Epsilon is { } bound ? string.Create(CultureInfo.InvariantCulture, $"{bound.Value:0.00} ({bound.Ceiling:0.0})") : "-",
                ];
                for (var cell = 0; cell < cells.Length; cell++) canvas.Text(heads[cell].X, line, cells[cell], size, ink, Anchor.End, bold: !worst && cell == 0);
            }
        }
    }
}
