namespace SynthNotebooks.Evaluation.Attacks;

/// <summary>An attack that was not made.</summary>
/// <param name="Attack">Id.</param>
/// <param name="Reason">Why, and what would help.</param>
public sealed record SkippedAttack(string Attack, string Reason);
