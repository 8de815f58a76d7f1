namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>How coarse a quasi-identifier was made.</summary>
/// <param name="Column">The quasi-identifier.</param>
/// <param name="Level">0 as it was; null when each class has its own region.</param>
/// <param name="Highest">The coarsest level.</param>
/// <param name="Labels">Different labels in the release.</param>
/// <param name="Values">Different values in the table.</param>
public sealed record ChosenLevel(string Column, int? Level, int Highest, int Labels, int Values);
