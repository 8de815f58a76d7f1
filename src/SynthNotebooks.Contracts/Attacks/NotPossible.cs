namespace SynthNotebooks.Contracts;

/// <summary>The attack cannot be made on this input.</summary>
/// <param name="Reason">Why, in a few words.</param>
public sealed record NotPossible(string Reason) : AttackOutcome;
