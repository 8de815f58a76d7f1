using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Evaluation.Attacks;

/// <summary>What one attack found on one group of records.</summary>
/// <param name="Attack">Id.</param>
/// <param name="Kind">What it is after.</param>
/// <param name="Scope"><c>average</c>: records drawn at random; <c>worst</c>: the most isolated ones.</param>
public sealed record AttackResult(string Attack, AttackKind Kind, string Scope)
{
    /// <summary>Of attacks on membership; null for the others.</summary>
    public MembershipVerdict? Membership { get; init; }

    /// <summary>Of attacks on secrets, links and single people; null for the others.</summary>
    public RiskEstimate? Risk { get; init; }

    /// <summary>Of audits; null for the others.</summary>
    public AuditFinding? Audit { get; init; }

    /// <summary>The column that was guessed; null for other attacks.</summary>
    public string? Secret { get; init; }

    /// <summary>Members attacked.</summary>
    public required int Members { get; init; }

    /// <summary>Non-members attacked.</summary>
    public required int NonMembers { get; init; }
}
