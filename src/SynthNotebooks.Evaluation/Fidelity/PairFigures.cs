namespace SynthNotebooks.Evaluation.Fidelity;

/// <summary>What was measured of one pair of columns; modes turn it into a score.</summary>
/// <param name="CommonEdges">Similarity of the two-way tables under the real table's edges; null for a numeric pair.</param>
/// <param name="OwnEdges">The same with each table's own edges; of the first table alone, since no other is scored so.</param>
/// <param name="Real">Pearson's r or Cramér's V of the real table; null when undefined.</param>
/// <param name="Other">The same of the other table, under common edges.</param>
internal readonly record struct PairFigures(double? CommonEdges, double? OwnEdges, double? Real, double? Other);
