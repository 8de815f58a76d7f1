using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>The tree that makes one column from those before it.</summary>
/// <param name="Column">Position of the column in the table.</param>
/// <param name="Tree">Splits on columns made before.</param>
/// <param name="Leaves">States of the column in its leaves.</param>
internal sealed record CartStep(int Column, PartitionTree Tree, ShrunkDistributions Leaves);
