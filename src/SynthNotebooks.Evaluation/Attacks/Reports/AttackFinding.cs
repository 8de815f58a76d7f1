using System.Globalization;
using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Evaluation.Attacks.Reports;

/// <summary>Says in plain words what the attacks found and what may be concluded from it.</summary>
internal static class AttackFinding
{
    private const double TimesChance = 3;

    public static string Of(AttackReport report)
    {
        var average = report.Results.Where(result => result is { Membership: not null, Scope: "average" }).ToArray();
        var others = Others(report);
        if (average.Length == 0)
            return (report.HoldoutRows is null
                ? "Membership could not be attacked: without records that the generator never saw (--holdout) nobody can tell a leak from a likeness."
                : "No attack on membership could be made.") + others;
        var best = report.Strongest!;
        var auc = best.Membership!.Auc;
        var name = AttackCatalog.Title(best.Attack);
        // The best of several attacks is high by chance too: the interval is widened for the number of attacks.
        var leaks = auc.Value - 0.5 > Widened(average.Length) * (auc.High - auc.Value);
        var text = leaks
            ? $"The table leaks membership: {name} tells members from others with an AUC of {Number(auc.Value)} ({Number(auc.Low)} to {Number(auc.High)}; .5 is guessing){Low(average)}."
            : $"None of {Count(average.Length)} on membership did better than guessing on records drawn at random: the best, {name}, reaches an AUC of {Number(auc.Value)} ({Number(auc.Low)} to {Number(auc.High)}).";
        if (leaks && report.Controls.Any(control => control is { Control: "records-alone", Passed: false }))
            text += " But members and holdout are not of one population: that alone may tell them apart.";
        text += Worst(report, auc.Value) + others;
        return text + (leaks ? "" : average.All(result => AttackCatalog.Attacks[result.Attack].Attribute.Weak)
            ? " Only distance baselines were run: never a pass gate, as tables that pass them were highly vulnerable to other attacks."
            : " That shows that these attacks fail, not that none succeeds; distances (DCR) are never a pass gate.");
    }

    private static double Widened(int attacks) => -Data.PortableMath.NormalQuantile(0.025 / attacks) / 1.959963984540054;

    // The few members that are found almost without false alarms count for more than an average over all; told when chance does not explain them.
    private static string Low(AttackResult[] average)
    {
        foreach (var (rate, at) in new (double, Func<MembershipVerdict, double?>)[] { (0.001, verdict => verdict.TprAtTenthPercent), (0.01, verdict => verdict.TprAt1Percent) })
        {
            var best = average.MaxBy(result => at(result.Membership!) ?? 0)!;
            if (at(best.Membership!) is not { } share) continue;
            var least = ClopperPearson.Lower((int)(share * best.Members), best.Members, 0.025 / average.Length);
            if (least > TimesChance * rate) return $"; {AttackCatalog.Title(best.Attack)} finds {Percent(share)} of members at {(rate * 100).ToString("0.#", CultureInfo.InvariantCulture)} % false alarms";
        }
        return "";
    }

    private static string Worst(AttackReport report, double average)
    {
        var worst = report.Results.Where(result => result is { Membership: not null, Scope: "worst" }).MaxBy(result => result.Membership!.Auc.Low);
        return worst?.Membership is { } verdict && verdict.Auc.Low > Math.Max(0.5, average)
            ? $" The most isolated records are worse off: {AttackCatalog.Title(worst.Attack)} reaches {Number(verdict.Auc.Value)} on them."
            : "";
    }

    private static string Others(AttackReport report)
    {
        var text = "";
        if (report.Results.Where(result => result.Risk is not null).MaxBy(result => result.Risk!.Risk.Low) is { } risky && risky.Risk!.Risk.Low > 0)
            text += $" {AttackCatalog.Title(risky.Attack)} succeeds on members beyond what it does on others: risk {Number(risky.Risk.Risk.Value)} ({Number(risky.Risk.Risk.Low)} to {Number(risky.Risk.Risk.High)}).";
        if (report.Results.FirstOrDefault(result => result.Audit is { EpsilonLowerBound: > 0 })?.Audit is { } audit)
            text += $" Canaries show a privacy loss of at least epsilon {audit.EpsilonLowerBound.ToString("0.00", CultureInfo.InvariantCulture)}.";
        return text;
    }

    private static string Count(int attacks) => attacks == 1 ? "1 attack" : $"{attacks} attacks";

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
