namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>What a loss is computed from.</summary>
/// <param name="Table">The quasi-identifiers.</param>
/// <param name="Levels">Chosen levels.</param>
/// <param name="Classes">Rows grouped at these levels.</param>
/// <param name="Kept">Which classes are released.</param>
/// <param name="Suppressed">Number of rows that are not.</param>
internal sealed record LossState(QuasiTable Table, int[] Levels, ClassPartition Classes, bool[] Kept, int Suppressed);
