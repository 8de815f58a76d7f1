using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Attacks.Scoring;
using SynthNotebooks.Notebooks.Attacks;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>What attacks learn about the records, with ROC curves on logarithmic axes, and the checks of the attacks themselves.</summary>
internal static class PrivacySection
{
    public static void Write(PageWriter page, ReportInput input)
    {
        var distances = input.Of(MetricGroup.Privacy);
        if (input.IsDrift || input.Attacks is null && distances.Count == 0) return;
        page.Section("privacy", "Privacy", "What attackers learn about the people in the real table. Distances to the closest record are a weak baseline and never a pass gate.");
        if (input.Attacks is { } attacks)
        {
            page.Open("p").Prose(attacks.Summary).Close();
            Membership(page, attacks);
            Risks(page, attacks);
            Audits(page, attacks);
            foreach (var warning in attacks.Warnings) page.Element("p class=\"note\"", warning);
            foreach (var skipped in attacks.Skipped.GroupBy(skipped => skipped.Reason))
                page.Element("p class=\"note\"", $"Not made: {string.Join(", ", skipped.Select(attack => AttackCatalog.Title(attack.Attack)))}. Reason: {skipped.Key}.");
        }
        else page.Paragraph("Attacks were not run.");
        if (distances.Count > 0) MetricTable.Write(page, "Distances; the floor is a leaky table that repeats real rows", distances);
        page.Close();
        if (input.Attacks is { Controls.Count: > 0 } checkedAttacks) Controls(page, checkedAttacks);
    }

    private static void Membership(PageWriter page, AttackReport attacks)
    {
        var results = attacks.Results.Where(result => result.Membership is not null).OrderByDescending(result => result.Membership!.Auc.Value).ToArray();
        if (results.Length == 0) return;
        page.Element("h3", "Was a record learnt?");
        page.Figure(MembershipSection.Roc(attacks) with { Width = 620, Height = 460 });
        page.Table(
            "Attacks on membership, the strongest first. An AUC of .5 is guessing; worst: the most isolated records. Epsilon: the privacy loss shown, of what so few records could show",
            ["attack", "records", "\tAUC", "\t95 % interval", "\tfound at 1 % false alarms", "\tat 0.1 %", "\tadvantage", "\tepsilon at least", "\tmembers", "\tothers"],
            results.Select(result => Row(result, result.Membership!)));
    }

    private static string[] Row(AttackResult result, MembershipVerdict verdict) =>
    [
        AttackCatalog.Title(result.Attack) + (AttackCatalog.Attacks[result.Attack].Attribute.Weak ? " (weak baseline)" : ""), result.Scope, FigureText.Score(verdict.Auc.Value), Range(verdict.Auc),
        FigureText.Score(verdict.TprAt1Percent), FigureText.Score(verdict.TprAtTenthPercent), FigureText.Score(verdict.Advantage),
        verdict.Epsilon is { } bound ? string.Create(CultureInfo.InvariantCulture, $"{bound.Value:0.00} of {bound.Ceiling:0.00}") : "-",
        FigureText.Count(result.Members), FigureText.Count(result.NonMembers),
    ];

    private static void Risks(PageWriter page, AttackReport attacks)
    {
        var results = attacks.Results.Where(result => result.Risk is not null).ToArray();
        if (results.Length == 0) return;
        page.Element("h3", "Secrets, links and single people");
        page.Table(
            "Risk: by how much more often an attacker is right about members than about people who took no part, (a − c) / (1 − c)",
            ["attack", "secret", "\trisk", "\t95 % interval", "\tright on members (a)", "\ton others (c)", "\twithout the table", "\tattacks"],
            results.Select(result => new[]
            {
                AttackCatalog.Title(result.Attack), result.Secret ?? "-", FigureText.Score(result.Risk!.Risk.Value), Range(result.Risk.Risk), FigureText.Score(result.Risk.AttackRate),
                FigureText.Score(result.Risk.ControlRate), FigureText.Score(result.Risk.BaselineRate), FigureText.Count(result.Risk.Attacks),
            }));
    }

    private static void Audits(PageWriter page, AttackReport attacks)
    {
        var audits = attacks.Results.Where(result => result.Audit is not null).ToArray();
        if (audits.Length == 0) return;
        page.Table(
            string.Create(CultureInfo.InvariantCulture, $"Audits with canaries, delta {attacks.Delta:R}"), ["audit", "\tepsilon at least", "\tof at most", "\tcanaries", "\tguesses", "\tright"],
            audits.Select(result => new[]
            {
                AttackCatalog.Title(result.Attack), MetricTable.Number(result.Audit!.EpsilonLowerBound), MetricTable.Number(result.Audit.Ceiling),
                FigureText.Count(result.Audit.Canaries), FigureText.Count(result.Audit.Guesses), FigureText.Count(result.Audit.Right),
            }));
    }

    private static void Controls(PageWriter page, AttackReport attacks)
    {
        page.Section("controls", "Controls", "The attacks themselves are tried: they must find a copy of the members, and nothing in rows of other people or with labels permuted. An attack that fails a check says nothing.");
        page.Table(
            "Checks of attacks, pool and scorer", ["control", "attack", "passed", "\tvalue", "expected"],
            attacks.Controls.Select(control => new[]
            {
                control.Control, control.Attack is { } attack ? AttackCatalog.Title(attack) : "-", control.Passed ? "✓ as expected" : "✗ not as expected", FigureText.Score(control.Value.Value), control.Expected,
            }));
        page.Close();
    }

    private static string Range(Interval interval) => $"{FigureText.Score(interval.Low)} to {FigureText.Score(interval.High)}";
}
