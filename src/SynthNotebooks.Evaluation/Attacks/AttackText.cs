using System.Globalization;
using System.Text;
using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Evaluation.Attacks;

/// <summary>A battery's report as plain text: the finding, tables of results and controls, what was skipped, warnings.</summary>
public static class AttackText
{
    /// <summary>The report, lines ended by a line feed.</summary>
    public static string Of(AttackReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder(report.Summary).Append('\n');
        var membership = report.Results.Where(result => result.Membership is not null).ToArray();
        if (membership.Length > 0)
            Table(text, "Membership (AUC .5 is guessing)", ["attack", "scope", "AUC", "95 % interval", "TPR 1 %", "TPR .1 %", "advantage", "eps >=", "members", "others"], membership.Select(Membership));
        var risks = report.Results.Where(result => result.Risk is not null).ToArray();
        if (risks.Length > 0)
            Table(text, "Secrets, links, single people (risk 0 is no more than for people who never took part)", ["attack", "secret", "risk", "95 % interval", "on members", "on others", "baseline"], risks.Select(Risk));
        foreach (var result in report.Results)
            if (result.Audit is { } audit)
                text.Append(CultureInfo.InvariantCulture, $"\nCanaries ({result.Attack}): {audit.Right} of {audit.Guesses} guesses right about {audit.Canaries}; epsilon at least {audit.EpsilonLowerBound:0.00} of at most {audit.Ceiling:0.00} that they could show (delta {report.Delta.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant()})\n");
        if (report.Controls.Count > 0)
            Table(text, "Controls", ["control", "attack", "value", "", "expected"], report.Controls.Select(control => new[] { control.Control, control.Attack ?? "-", Number(control.Value.Value), control.Passed ? "ok" : "FAILED", control.Expected }));
        if (report.Skipped.Count > 0) text.Append("\nSkipped\n");
        foreach (var skipped in report.Skipped) text.Append("  ").Append(skipped.Attack).Append(": ").Append(skipped.Reason).Append('\n');
        text.Append('\n');
        foreach (var warning in report.Warnings) text.Append(warning).Append('\n');
        return text.ToString();
    }

    private static string[] Membership(AttackResult result)
    {
        var verdict = result.Membership!;
        return
        [
            result.Attack, result.Scope, Number(verdict.Auc.Value), Range(verdict.Auc), Number(verdict.TprAt1Percent), Number(verdict.TprAtTenthPercent), Number(verdict.Advantage),
            verdict.Epsilon is { } bound ? string.Create(CultureInfo.InvariantCulture, $"{bound.Value:0.00} of {bound.Ceiling:0.00}") : "-", Count(result.Members), Count(result.NonMembers),
        ];
    }

    private static string[] Risk(AttackResult result)
    {
        var risk = result.Risk!;
        return [result.Attack, result.Secret ?? "-", Number(risk.Risk.Value), Range(risk.Risk), Number(risk.AttackRate), Number(risk.ControlRate), Number(risk.BaselineRate)];
    }

    private static void Table(StringBuilder text, string title, string[] head, IEnumerable<string[]> rows)
    {
        string[][] all = [head, .. rows];
        var widths = head.Select((_, i) => all.Max(row => row[i].Length)).ToArray();
        text.Append('\n').Append(title).Append('\n');
        foreach (var row in all)
            text.Append("  ").Append(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()).Append('\n');
    }

    private static string Range(Interval interval) => $"{Number(interval.Low)} to {Number(interval.High)}";

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";

    private static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
