using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Attacks;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>The attacks that stand in a report that was asked for without naming any.</summary>
/// <remarks>
/// A budget of records, not of time, so that the page does not depend on the machine: every attack that needs no model and no fits of its own, on at most
/// 2,000 records, half of them members, which is the fewest that support a figure at 0.1 % false alarms. Controls included.
/// </remarks>
public static class ReportAttacks
{
    /// <summary>Most records that are attacked.</summary>
    public const int MostCandidates = 2_000;

    /// <summary>The options of such a battery.</summary>
    /// <param name="evaluation">Seed, threads, label and cancellation are taken from it.</param>
    public static AttackOptions Options(EvaluationOptions evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return new()
        {
            MostCandidates = MostCandidates,
            Seed = evaluation.Seed,
            Threads = evaluation.Threads,
            Label = evaluation.Label,
            Cancellation = evaluation.Cancellation,
        };
    }
}
