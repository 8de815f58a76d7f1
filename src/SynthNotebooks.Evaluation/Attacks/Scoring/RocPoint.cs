namespace SynthNotebooks.Evaluation.Attacks.Scoring;

/// <summary>A point of a ROC curve.</summary>
/// <param name="FalsePositiveRate">0 to 1.</param>
/// <param name="TruePositiveRate">0 to 1.</param>
public readonly record struct RocPoint(double FalsePositiveRate, double TruePositiveRate);
