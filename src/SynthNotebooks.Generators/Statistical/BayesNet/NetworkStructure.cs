namespace SynthNotebooks.Generators.Statistical;

/// <summary>How the parents of a Bayesian network's columns are found.</summary>
public enum NetworkStructure
{
    /// <summary>From the Chow-Liu tree on, add, remove or turn the edge that gains most, until none gains.</summary>
    HillClimbing,

    /// <summary>The tree of largest mutual information: one parent a column.</summary>
    Tree,
}
