namespace SynthNotebooks.Contracts;

/// <summary>How much each candidate looks like a record that the generator was fitted on.</summary>
/// <param name="Scores">One a candidate, no NaN; higher = more like a member, only their order counts.</param>
public sealed record MembershipScores(IReadOnlyList<double> Scores) : AttackOutcome;
