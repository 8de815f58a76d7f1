namespace SynthNotebooks.Data;

/// <summary>Whether the rows of a frame describe real subjects; displays and scans treat real ones with care.</summary>
public enum DataOrigin
{
    /// <summary>Not known; treated as real.</summary>
    Unknown,

    /// <summary>Records of real subjects.</summary>
    Real,

    /// <summary>Made by a generator fitted on real rows, or by a simulator.</summary>
    Synthetic,
}
