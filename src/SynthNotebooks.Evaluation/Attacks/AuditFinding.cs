namespace SynthNotebooks.Evaluation.Attacks;

/// <summary>What canaries tell about the training.</summary>
/// <param name="EpsilonLowerBound">At 95 %, for the stated delta.</param>
/// <param name="Ceiling">What it would be had every guess been right.</param>
/// <param name="Canaries">Put in or left out by fair coins.</param>
/// <param name="Guesses">Canaries that were guessed about.</param>
/// <param name="Right">Right guesses.</param>
public sealed record AuditFinding(double EpsilonLowerBound, double Ceiling, int Canaries, int Guesses, int Right);
