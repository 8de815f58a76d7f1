namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>What is known of a node of the lattice.</summary>
[Flags]
internal enum NodeTag : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The models that survive any merge hold.</summary>
    Holds = 1,

    /// <summary>The models cannot hold.</summary>
    Fails = 2,

    /// <summary>The loss cannot be below the best one found.</summary>
    Cut = 4,

    /// <summary>The loss was computed.</summary>
    Done = 8,
}
