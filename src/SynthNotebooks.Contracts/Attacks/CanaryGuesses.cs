namespace SynthNotebooks.Contracts;

/// <summary>How well an auditor told which canaries one training had seen.</summary>
/// <param name="Canaries">Records that were put in or left out by coin flips.</param>
/// <param name="Guesses">Canaries about which the auditor said something.</param>
/// <param name="Right">Guesses that were right.</param>
public sealed record CanaryGuesses(int Canaries, int Guesses, int Right) : AttackOutcome;
