namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>How far two values of a sensitive column are from each other, for t-closeness.</summary>
public enum GroundDistance
{
    /// <summary>All values are equally far: total variation.</summary>
    Equal,

    /// <summary>By rank: numbers and dates by size, text in ordinal order.</summary>
    Ordered,

    /// <summary>By the lowest common level of the column's hierarchy.</summary>
    Hierarchical,
}
