namespace SynthNotebooks.Generators.Private;

/// <summary>A model with a privacy claim, or with the plain statement that it has none.</summary>
public interface IPrivateRelease
{
    /// <summary>The claim in words; begins with NON-PRIVATE when none holds.</summary>
    string Claim { get; }

    /// <summary>Whether the claim holds; false for a seeded run.</summary>
    bool IsPrivate { get; }

    /// <summary>zCDP that was used, at most what ε and δ buy.</summary>
    double Rho { get; }

    /// <summary>Noisy number of records, at least 1.</summary>
    double Total { get; }
}
