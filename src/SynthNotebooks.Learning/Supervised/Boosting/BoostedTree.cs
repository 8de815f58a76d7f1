namespace SynthNotebooks.Learning;

/// <summary>One tree of an ensemble and what it adds in each leaf.</summary>
/// <param name="Tree">The splits.</param>
/// <param name="Values">Added to the raw score, by node; counts in leaves only.</param>
internal sealed record BoostedTree(PartitionTree Tree, double[] Values);
