using SynthNotebooks.Evaluation.Attacks.Reports;

namespace SynthNotebooks.Evaluation.Attacks;

/// <summary>What a battery of attacks found; made from real records and not itself private: for the custodian of the data.</summary>
public sealed record AttackReport
{
    /// <summary>What the synthetic table is called; null when it was not told.</summary>
    public string? Label { get; init; }

    /// <summary>The finding in words, with what may and may not be concluded.</summary>
    public required string Summary { get; init; }

    /// <summary>What a reader must know before using the figures, one sentence each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Ids of the attacks that were made, in order; giving these again repeats the report without a budget.</summary>
    public required IReadOnlyList<string> Plan { get; init; }

    /// <summary>What the attacks found.</summary>
    public required IReadOnlyList<AttackResult> Results { get; init; }

    /// <summary>Checks of the attacks and of the scorer.</summary>
    public required IReadOnlyList<ControlResult> Controls { get; init; }

    /// <summary>Attacks that were not made, with the reason.</summary>
    public required IReadOnlyList<SkippedAttack> Skipped { get; init; }

    /// <summary>Seed of everything random.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Delta of the privacy whose epsilon is bounded.</summary>
    public required double Delta { get; init; }

    /// <summary>Rows of the table that the generator learnt.</summary>
    public required long TrainRows { get; init; }

    /// <summary>Rows of the synthetic table.</summary>
    public required long SyntheticRows { get; init; }

    /// <summary>Rows that the generator never saw; null without a holdout.</summary>
    public required long? HoldoutRows { get; init; }

    /// <summary>Rows of the holdout that the attacker was given.</summary>
    public required int ReferenceRows { get; init; }

    /// <summary>Columns that took part.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The membership attack with the highest AUC on records drawn at random; null when there is none.</summary>
    public AttackResult? Strongest => Results.Where(result => result.Membership is not null && result.Scope == "average").MaxBy(result => result.Membership!.Auc.Value);

    /// <summary>The report as indented JSON, see docs/attack-report.schema.json; the same report gives the same bytes.</summary>
    public string ToJson() => AttackReportJson.Write(this);
}
