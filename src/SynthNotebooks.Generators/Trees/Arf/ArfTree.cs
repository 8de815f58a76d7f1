using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>One tree of the forest: its leaves are mixture components, in which columns are independent.</summary>
/// <param name="Tree">Filled with real rows.</param>
/// <param name="Columns">For each column its distribution in every leaf.</param>
internal sealed record ArfTree(PartitionTree Tree, ShrunkDistributions[] Columns);
