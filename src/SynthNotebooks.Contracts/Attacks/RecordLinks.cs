namespace SynthNotebooks.Contracts;

/// <summary>Which candidates an attacker could link.</summary>
/// <param name="Linked">One a candidate.</param>
/// <param name="Baseline">The same for links drawn at random.</param>
public sealed record RecordLinks(IReadOnlyList<bool> Linked, IReadOnlyList<bool> Baseline) : AttackOutcome;
