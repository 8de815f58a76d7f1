namespace SynthNotebooks.Evaluation.Explanations;

/// <summary>A real row near the one that is explained.</summary>
/// <param name="Distance">Mean over columns of the difference in shares of the range, or of mismatch: 0 is the same row, 1 different in all.</param>
/// <param name="Row">Its number in the real table; null when real rows may not be told.</param>
/// <param name="Cells">Its cells, as many as <see cref="RowExplanation.Columns"/>; null when real rows may not be told.</param>
public sealed record NearRow(double Distance, int? Row, IReadOnlyList<string?>? Cells);
