using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Evaluation.Attacks.Reports;

/// <summary>What a reader must know before using the figures.</summary>
internal static class AttackWarnings
{
    private const double ManyRows = 2; // times the training rows

    public static IReadOnlyList<string> Of(AttackReport report, IFittedGenerator? model)
    {
        var warnings = new List<string> { "Made from real records and not itself private: for the custodian of the data." };
        if (report.Results.FirstOrDefault(result => result is { Membership: not null, Scope: "average" }) is { } first)
        {
            warnings.Add(FormattableString.Invariant(
                $"Figures at 1 % false alarms need at least {MembershipVerdict.LeastFor1Percent} non-members, at 0.1 % at least {MembershipVerdict.LeastForTenthPercent}; there are {first.NonMembers}."));
            if (first.Membership!.Epsilon is { } bound)
                warnings.Add(FormattableString.Invariant($"With so many records no attack could show more than epsilon {bound.Ceiling:0.00}: a small bound is no promise."));
        }
        if (report.Controls.Any(control => control is { Control: "records-alone", Passed: false }))
            warnings.Add("Members and holdout are not of one population: a classifier tells them apart without the synthetic table, so attacks may do so too without any leak.");
        foreach (var control in report.Controls.Where(control => control is { Control: "copy", Passed: false }))
            warnings.Add($"{AttackCatalog.Title(control.Attack!)} does not even notice a copy of the members here; its failure says nothing.");
        foreach (var control in report.Controls.Where(control => control is { Control: "disjoint", Passed: false }))
            warnings.Add($"{AttackCatalog.Title(control.Attack!)} succeeds on a table made of other people; its success says nothing.");
        if (report.SyntheticRows >= ManyRows * report.TrainRows && model is not IMeasured)
            warnings.Add(FormattableString.Invariant(
                $"The table has {report.SyntheticRows / (double)report.TrainRows:0.#} times the rows that were learnt. Unless the model is differentially private, each further row helps an attacker (arXiv:2301.10053)."));
        return warnings;
    }
}
