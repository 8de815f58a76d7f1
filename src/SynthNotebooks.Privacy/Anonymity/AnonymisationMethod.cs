namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>How classes are made.</summary>
public enum AnonymisationMethod
{
    /// <summary>One level a column for the whole table, the best of all combinations.</summary>
    Optimal,

    /// <summary>Regions of their own size, cut between values.</summary>
    Mondrian,

    /// <summary>Regions of their own size, cut between rows, so that regions can overlap.</summary>
    MondrianRelaxed,
}
