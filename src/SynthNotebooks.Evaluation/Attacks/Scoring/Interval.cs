namespace SynthNotebooks.Evaluation.Attacks.Scoring;

/// <summary>A figure with its 95 % interval.</summary>
/// <param name="Value">As measured.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record Interval(double Value, double Low, double High);
