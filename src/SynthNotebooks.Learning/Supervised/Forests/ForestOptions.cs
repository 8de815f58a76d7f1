namespace SynthNotebooks.Learning;

/// <summary>How a random forest grows.</summary>
/// <param name="Trees">Number of trees, 1 to 10,000. Default 100.</param>
/// <param name="MinimumLeaf">Fewest rows of a leaf, 1 to 1,000,000. Default 5.</param>
/// <param name="ColumnsPerSplit">Columns drawn for each split; 0 (default) for the root of their number with classes, a third of it with numbers.</param>
public sealed record ForestOptions(int Trees = 100, int MinimumLeaf = 5, int ColumnsPerSplit = 0);
