namespace SynthNotebooks.Learning;

/// <summary>When a tree stops growing, and where it looks for splits.</summary>
/// <param name="MinimumLeaf">Smallest size of a leaf, above 0. Default 5.</param>
/// <param name="MaximumDepth">Most splits between root and leaf, 0 to 64. Default 30.</param>
/// <param name="Complexity">Smallest gain of a split, as a share of the root's impurity; at least 0. Default 0: every node that is not pure is split.</param>
/// <param name="ColumnsPerSplit">How many columns, drawn at random, each node may be split on; 0 (default) for all.</param>
public sealed record TreeOptions(double MinimumLeaf = 5, int MaximumDepth = 30, double Complexity = 0, int ColumnsPerSplit = 0);
