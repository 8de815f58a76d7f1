using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Gauges;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>Whether attacks learn from the synthetic table who was in the real one.</summary>
internal static class SafeVerdict
{
    private const string Question = "Safe?";
    private const string MayNot = "That the table is safe: attacks that fail prove nothing about better ones, and a low bound is no promise. Only a privacy guarantee of the generator is.";

    public static Verdict Of(ReportInput input)
    {
        if (input.Attacks is not { } attacks) return Baseline(input, "Attacks were not run. ");
        if (attacks.Strongest is not { } strongest) return Baseline(input, attacks.Summary + " ");
        var auc = strongest.Membership!.Auc;
        var found = attacks.Results.Any(result => Succeeds(result, attacks.Results.Count));
        var strong = found && (auc.Low > 0.6 || attacks.Results.Any(result => result.Risk is { } risk && risk.Risk.Low > 0.1));
        var copied = attacks.Controls.FirstOrDefault(control => control.Control == "copy" && control.Attack == strongest.Attack)?.Value.Value;
        var (answer, mood) = strong ? ("No: attacks succeed", Mood.Poor) : found ? ("Not quite: attacks succeed at times", Mood.Mixed) : ("No attack succeeded", Mood.Good);
        return new(
            Question, answer, mood, Figure(attacks, strongest, copied), copied is null ? "all found" : "a copy", "guessing", attacks.Summary,
            found || strong
                ? "The table tells something about the people in it. Who may see it should be decided as for personal data."
                : $"The {attacks.Plan.Count} attacks made here, with these records, learn nothing that can be told from chance.",
            MayNot);
    }

    // One of many figures is beyond its interval by luck: intervals are widened for their number (Bonferroni).
    private static bool Succeeds(AttackResult result, int figures)
    {
        var widened = -PortableMath.NormalQuantile(0.025 / figures) / 1.959963984540054;
        if (result.Membership is { } verdict) return verdict.Auc.Value - 0.5 > widened * (verdict.Auc.High - verdict.Auc.Value);
        if (result.Risk is { } risk) return risk.Unclipped > widened * risk.Error;
        return result.Audit is { EpsilonLowerBound: > 0 };
    }

    // The AUC of the strongest attack between what it reaches on a copy of the members (all found, where it was not tried on one) and guessing.
    private static CalibratedMetric Figure(AttackReport attacks, AttackResult strongest, double? copied)
    {
        var auc = strongest.Membership!.Auc;
        var floor = copied ?? 1;
        double? gauge = floor > 0.5 ? (auc.Value - floor) / (0.5 - floor) : null;
        return new(
            strongest.Attack, AttackCatalog.Title(strongest.Attack) + " AUC", auc.Value, auc.Low, auc.High, floor, 0.5, gauge, Better.Lower, 0, 1, attacks.SyntheticRows,
            GaugeUndefined: gauge is null ? "the attack does not even notice a copy of the members" : null);
    }

    private static Verdict Baseline(ReportInput input, string reason)
    {
        var distance = input.Evaluation?.Privacy.Metrics.FirstOrDefault(metric => metric.Value is not null);
        return new(
            Question, "Not measured", Mood.Open, distance, "repeated rows", input.HoldoutRows is null ? "resampled" : "held-out",
            reason + (distance is null ? "" : $"{distance.Title} is a weak baseline and never a pass gate."),
            "Nothing about safety.", MayNot);
    }
}
