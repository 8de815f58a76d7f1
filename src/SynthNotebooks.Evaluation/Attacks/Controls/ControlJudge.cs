using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Scoring;
using SynthNotebooks.Evaluation.Attacks.Trials;

namespace SynthNotebooks.Evaluation.Attacks.Controls;

/// <summary>Says what a check should come to and whether it did.</summary>
internal static class ControlJudge
{
    private const double Alpha = 1e-6; // chance that a sound attack fails a check
    private const double Wider = 4.891638475698590 / 1.959963984540054; // from a 95 % interval to one of 1 − 1e-6
    private const double RowAuc = 0.99;

    public static ControlResult Copy(CatalogEntry<AttackAttribute> entry, TrialResult outcome, AttackTrial trial)
    {
        var result = outcome.Results[0];
        if (result.Audit is { } audit)
            return Result("copy", entry, result, "epsilon above 0: the generator repeats what it learnt", new(audit.EpsilonLowerBound, audit.EpsilonLowerBound, audit.Ceiling), audit.EpsilonLowerBound > 0);
        if (result.Risk is { } risk) return Result("copy", entry, result, "risk above 0: the table is a copy of the members", risk.Risk, risk.Risk.Low > 0);
        var auc = result.Membership!.Auc;
        if (!entry.Attribute.ComparesRows) return Result("copy", entry, result, "AUC above .5: the table is a copy of the members", auc, auc.Low > 0.5);
        // People outside may have the very record of a member: no attack can tell them apart.
        var least = RowAuc - trial.RepeatedOthers() / 2;
        return Result("copy", entry, result, FormattableString.Invariant($"AUC at least {least:0.000}: the table is a copy of the members"), auc, auc.Value >= least);
    }

    public static ControlResult? Baseline(CatalogEntry<AttackAttribute> entry, TrialResult outcome)
    {
        if (outcome.Results[0] is not { Risk: { BaselineRate: { } baseline } risk } result) return null;
        var gain = risk.AttackRate - baseline;
        var half = 1.959963984540054 * Math.Sqrt((risk.AttackRate * (1 - risk.AttackRate) + baseline * (1 - baseline)) / risk.Attacks);
        return Result("baseline", entry, result, "above 0: on a copy of the members it guesses better than one who never saw them", new(gain, gain - half, gain + half), gain - half > 0);
    }

    public static ControlResult Disjoint(CatalogEntry<AttackAttribute> entry, TrialResult outcome)
    {
        var result = outcome.Results[0];
        if (result.Risk is { } risk)
            return Result("disjoint", entry, result, "risk 0: the table is made of other people", risk.Risk, Math.Abs(risk.Unclipped) <= risk.Error * Wider);
        return Chance("disjoint", entry, result, "AUC .5: the table is made of other people", outcome.Scores!, outcome.Member!);
    }

    public static ControlResult Permuted(CatalogEntry<AttackAttribute> entry, double[] scores, bool[] member, ulong seed)
    {
        bool[] permuted = [.. member];
        new SplitRandom(seed).Split("permuted labels").Split(entry.Id).Shuffle(permuted.AsSpan());
        var members = permuted.Count(label => label);
        return Chance("permuted-labels", entry, new(entry.Id, AttackKind.Membership, "average") { Members = members, NonMembers = permuted.Length - members }, "AUC .5: labels are permuted", scores, permuted);
    }

    private static ControlResult Chance(string control, CatalogEntry<AttackAttribute> entry, AttackResult result, string expected, double[] scores, bool[] member)
    {
        var (ins, outs) = Split(scores, member);
        var estimate = AucEstimate.Of(ins, outs);
        var wide = estimate.Interval(Alpha);
        return Result(control, entry, result, expected, estimate.Interval(), wide.Low <= 0.5 && wide.High >= 0.5);
    }

    /// <summary>Scores of members, and of others.</summary>
    public static (double[] Members, double[] Others) Split(double[] scores, IReadOnlyList<bool> member) =>
        ([.. scores.Where((_, i) => member[i])], [.. scores.Where((_, i) => !member[i])]);

    private static ControlResult Result(string control, CatalogEntry<AttackAttribute> entry, AttackResult result, string expected, Interval value, bool passed) =>
        new(control, entry.Id, expected, value, passed, result.Members, result.NonMembers);
}
