using System.Globalization;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Dashboards;

namespace SynthNotebooks.Notebooks.Attacks;

/// <summary>Attacks on secrets, links and single people: the risk beyond people who took no part; and the audit with canaries.</summary>
internal sealed class RiskSection : IDrawnSection<AttackReport>
{
    private const double Row = 26, Head = 46;

    public double Draw(SvgCanvas canvas, double y, AttackReport report)
    {
        var risks = report.Results.Where(result => result.Risk is not null).ToArray();
        var audits = report.Results.Where(result => result.Audit is not null).ToArray();
        if (risks.Length + audits.Length == 0) return y;
        var top = DashboardPage.Heading(canvas, y, "Secrets, links, single people", "risk 0: no more than for people who never took part; rates of success on members, on others, and of one without the table");
        var height = (risks.Length > 0 ? Head + risks.Length * Row + 22 : 10) + audits.Length * 26 + 8;
        var card = DashboardPage.Column with { Y = top, Height = height };
        DashboardPage.Card(canvas, card);
        var at = card.Y + 10;
        if (risks.Length > 0) at = Risks(canvas, card, risks);
        foreach (var audit in audits)
        {
            canvas.Text(card.X + 16, at + 17, Words(audit.Audit!, report.Delta), 12, Palette.Ink, width: card.Width - 32);
            at += 26;
        }
        return top + height + DashboardPage.Gap + 8;
    }

    private static double Risks(SvgCanvas canvas, Box card, AttackResult[] risks)
    {
        double names = card.X + 16, first = card.X + 330, numbers = card.Right - 16;
        var plot = new ForestPlot(canvas, new(first, card.Y + Head - 8, numbers - 330 - first, risks.Length * Row), 0, 1);
        plot.Axis(0);
        (string Text, double X)[] heads = [("risk", numbers - 270), ("on members", numbers - 180), ("on others", numbers - 95), ("baseline", numbers)];
        canvas.Text(names, card.Y + 24, "attack", 11, Palette.Muted, bold: true);
        foreach (var (text, x) in heads) canvas.Text(x, card.Y + 24, text, 11, Palette.Muted, Anchor.End, bold: true);
        for (var i = 0; i < risks.Length; i++)
        {
            var y = card.Y + Head - 8 + i * Row;
            var risk = risks[i].Risk!;
            var name = AttackCatalog.Title(risks[i].Attack) + (risks[i].Secret is { } secret ? $": {secret}" : "");
            canvas.Text(names, y + 17, name, 12, Palette.Ink, width: 300);
            plot.Figure(y + 13, risk.Risk, risk.Risk.Low > 0, false, $"risk {FigureText.Score(risk.Risk.Value)} ({FigureText.Score(risk.Risk.Low)} to {FigureText.Score(risk.Risk.High)})");
            string[] cells = [FigureText.Score(risk.Risk.Value), FigureText.Score(risk.AttackRate), FigureText.Score(risk.ControlRate), FigureText.Score(risk.BaselineRate)];
            for (var cell = 0; cell < cells.Length; cell++) canvas.Text(heads[cell].X, y + 17, cells[cell], 11.5, Palette.Ink, Anchor.End, bold: cell == 0);
        }
        return card.Y + Head + risks.Length * Row + 14;
    }

    private static string Words(AuditFinding audit, double delta) => string.Create(CultureInfo.InvariantCulture,
        $"Canaries: {audit.Right} of {audit.Guesses} guesses about {audit.Canaries} planted records were right, so epsilon is at least {audit.EpsilonLowerBound:0.00} (delta {FigureText.Number(delta).ToLowerInvariant()}); all right would show {audit.Ceiling:0.00}.");
}
