namespace SynthNotebooks.Learning;

/// <summary>One tree of an ensemble and what it adds in each leaf.</summary>
/// <param name="Tree">The splits.</param>
/// <param name="Values">Added to the raw score, by node; counts in leaves only.</param>
internal sealed record BoostedTree(PartitionTree Tree, double[] Values)
{
    /// <summary>What is added for a row.</summary>
    /// <param name="states">State of each column in that row.</param>
    public double Value(ReadOnlySpan<byte> states) => Values[Tree.Leaf(states)];
}
