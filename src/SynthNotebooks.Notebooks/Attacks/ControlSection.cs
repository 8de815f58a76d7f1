using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Dashboards;

namespace SynthNotebooks.Notebooks.Attacks;

/// <summary>The controls: a line an attack, a column a check, and the checks of pool and scorer.</summary>
internal sealed class ControlSection : IDrawnSection<AttackReport>
{
    private static readonly (string Id, string Title)[] Checks = [("copy", "a copy"), ("disjoint", "other people"), ("permuted-labels", "permuted"), ("baseline", "gain")];

    private const double Row = 21, Head = 40;

    public double Draw(SvgCanvas canvas, double y, AttackReport report)
    {
        if (report.Controls.Count == 0) return y;
        var top = DashboardPage.Heading(canvas, y, "Controls", "an attack must find a copy of the members, nothing in rows of other people or with labels permuted (AUC .5, risk 0); gain: over one who never saw them");
        var attacks = report.Controls.Where(control => control.Attack is not null).GroupBy(control => control.Attack!).ToArray();
        var shared = report.Controls.Where(control => control.Attack is null).ToArray();
        var lines = (attacks.Length + 1) / 2;
        var height = (attacks.Length > 0 ? Head + lines * Row : 8) + shared.Length * Row + 14;
        var card = DashboardPage.Column with { Y = top, Height = height };
        DashboardPage.Card(canvas, card);
        var half = (card.Width - 32 - 28) / 2;
        for (var i = 0; i < attacks.Length; i++)
        {
            var x = card.X + 16 + (i / lines) * (half + 28);
            if (i % lines == 0) Heads(canvas, x, card.Y + 24, half);
            Line(canvas, x, card.Y + Head + (i % lines) * Row, half, attacks[i]);
        }
        var at = card.Y + (attacks.Length > 0 ? Head + lines * Row + 6 : 8);
        foreach (var control in shared)
        {
            Mark(canvas, card.X + 16, at + 8, control.Passed);
            canvas.Text(card.X + 32, at + 12, $"{control.Control}: {FigureText.Score(control.Value.Value)}; expected {control.Expected}", 11, Palette.Ink, width: card.Width - 60);
            at += Row;
        }
        return top + height + DashboardPage.Gap;
    }

    private static void Heads(SvgCanvas canvas, double x, double y, double width)
    {
        for (var check = 0; check < Checks.Length; check++) canvas.Text(Right(x, width, check), y, Checks[check].Title, 9.5, Palette.Muted, Anchor.End, bold: true);
    }

    private static void Line(SvgCanvas canvas, double x, double y, double width, IGrouping<string, ControlResult> attack)
    {
        canvas.Text(x, y + 12, AttackCatalog.Title(attack.Key), 11.5, Palette.Ink, width: width - 4 * 86 - 8);
        for (var check = 0; check < Checks.Length; check++)
        {
            var right = Right(x, width, check);
            if (attack.FirstOrDefault(control => control.Control == Checks[check].Id) is not { } control)
            {
                canvas.Text(right, y + 12, "-", 11, Palette.Muted, Anchor.End);
                continue;
            }
            // Audits come to an epsilon, the others to an AUC or a risk.
            var audit = AttackCatalog.Attacks[attack.Key].Attribute.Kind == AttackKind.Audit;
            var figure = (audit ? "eps " : "") + FigureText.Score(control.Value.Value);
            Mark(canvas, right - TextMeasure.Width(figure, 11) - 14, y + 8, control.Passed);
            canvas.Text(right, y + 12, figure, 11, Palette.Ink, Anchor.End);
        }
    }

    private static double Right(double x, double width, int check) => x + width - (Checks.Length - 1 - check) * 86;

    // A tick, or a cross.
    private static void Mark(SvgCanvas canvas, double x, double y, bool passed)
    {
        if (passed) canvas.Path([(x, y), (x + 3, y + 3.5), (x + 9, y - 4)], "none", Palette.Accent, 2, title: "as expected");
        else
        {
            canvas.Path([(x, y - 4), (x + 8, y + 4)], "none", Palette.Synthetic, 2.4, title: "not as expected");
            canvas.Path([(x, y + 4), (x + 8, y - 4)], "none", Palette.Synthetic, 2.4);
        }
    }
}
