using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Attacks.Scoring;
using SynthNotebooks.Notebooks.Attacks;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>What attacks learn about the records, with ROC curves on logarithmic axes, and the checks of the attacks themselves.</summary>
internal sealed class PrivacySection : IReportSection
{
    public void Write(PageWriter page, ReportInput input)
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
        var results = attacks.Results.Where(result => result.Membership is not null).GroupBy(result => result.Attack)
            .OrderByDescending(group => group.First().Membership!.Auc.Value).ToArray();
        if (results.Length == 0) return;
        page.Element("h3", "Was a record learnt?");
        page.Figure(MembershipSection.Roc(attacks) with { Width = 620, Height = 460 });
        var first = results[0].First();
        page.Table(
            $"Attacks on membership, the strongest first, on {FigureText.Count(first.Members)} members and {FigureText.Count(first.NonMembers)} others; an AUC of .5 is guessing. Worst: the most isolated records. Epsilon: the privacy loss shown, of what so few records could show",
            ["attack", "\tAUC", "\t95 % interval", "\tfound at 1 % false alarms", "\tat 0.1 %", "\tadvantage", "\tepsilon at least", "\tAUC, worst", "\t95 % interval"],
            results.Select(group => Row(group.Key, group.FirstOrDefault(result => result.Scope == "average")?.Membership, group.FirstOrDefault(result => result.Scope == "worst")?.Membership)));
    }

    private static string[] Row(string attack, MembershipVerdict? average, MembershipVerdict? worst) =>
    [
        AttackCatalog.Title(attack) + (AttackCatalog.Attacks[attack].Attribute.Weak ? " (weak baseline)" : ""), FigureText.Score(average?.Auc.Value), Range(average?.Auc),
        FigureText.Score(average?.TprAt1Percent), FigureText.Score(average?.TprAtTenthPercent), FigureText.Score(average?.Advantage),
        average?.Epsilon is { } bound ? string.Create(CultureInfo.InvariantCulture, $"{bound.Value:0.00} of {bound.Ceiling:0.00}") : "-",
        FigureText.Score(worst?.Auc.Value), Range(worst?.Auc),
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
        string[] checks = [.. attacks.Controls.Where(control => control.Attack is not null).Select(control => control.Control).Distinct()];
        if (checks.Length > 0)
        {
            page.Table(
                "Checks of each attack: ✓ as expected, ✗ not; an AUC, or a risk for attacks that have none", ["attack", .. checks.Select(check => "\t" + Heading(check))],
                attacks.Controls.Where(control => control.Attack is not null).GroupBy(control => control.Attack!)
                    .Select(group => (IReadOnlyList<string>)[AttackCatalog.Title(group.Key), .. checks.Select(check => Outcome(group.FirstOrDefault(control => control.Control == check)))]));
        }
        page.Table(
            "Checks of pool and scorer", ["control", "\tvalue", "expected"],
            attacks.Controls.Where(control => control.Attack is null).Select(control => new[] { control.Control, Outcome(control), control.Expected }));
        page.Close();
    }

    private static string Outcome(ControlResult? control) => control is null ? "-" : (control.Passed ? "✓ " : "✗ ") + FigureText.Score(control.Value.Value);

    private static string Heading(string check) => check switch
    {
        "copy" => "a copy of the members",
        "disjoint" => "other people (.5, or risk 0)",
        "permuted-labels" => "labels permuted (.5)",
        "baseline" => "gain over one who never saw them",
        _ => check,
    };

    private static string Range(Interval? interval) => interval is null ? "-" : $"{FigureText.Score(interval.Low)} to {FigureText.Score(interval.High)}";
}
