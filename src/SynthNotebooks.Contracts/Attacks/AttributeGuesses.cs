namespace SynthNotebooks.Contracts;

/// <summary>What an attacker thinks that the secret of each candidate is.</summary>
/// <param name="Values">One a candidate, as text in the spelling of the synthetic table; null for no guess.</param>
/// <param name="Baseline">Guesses of a predictor that never saw the candidates, nor anything made from them; null when there is none.</param>
public sealed record AttributeGuesses(IReadOnlyList<string?> Values, IReadOnlyList<string?>? Baseline = null) : AttackOutcome;
