namespace SynthNotebooks.Privacy;

/// <summary>A mechanism with a claim.</summary>
public interface IMechanism
{
    /// <summary>What one release (or one call of a local mechanism) promises; <see cref="PrivacyClaim.None"/> on seeded bits.</summary>
    PrivacyClaim Claim { get; }
}
