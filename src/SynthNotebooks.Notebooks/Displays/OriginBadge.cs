using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>What displays of records say of their origin; scans of notebooks read it again.</summary>
public static class OriginBadge
{
    /// <summary>Of records that a generator or a simulator made.</summary>
    public const string Synthetic = "synthetic data";

    /// <summary>Of records of real subjects.</summary>
    public const string Real = "real data";

    /// <summary>Of records that may be real.</summary>
    public const string Unknown = "data of unknown origin, treated as real";

    /// <summary>Of real records among others.</summary>
    public const string Mixed = "real data among synthetic";

    /// <summary>The badge of an origin.</summary>
    public static string Of(DataOrigin origin) => origin switch { DataOrigin.Synthetic => Synthetic, DataOrigin.Real => Real, _ => Unknown };

    /// <summary>The badges of displays that hold real records, or may.</summary>
    public static IReadOnlyList<string> OfRealRecords { get; } = [Real, Unknown, Mixed];
}
