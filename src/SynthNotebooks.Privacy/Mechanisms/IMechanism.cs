namespace SynthNotebooks.Privacy;

/// <summary>A mechanism with a claim; registered with <see cref="MechanismAttribute"/>.</summary>
public interface IMechanism
{
    /// <summary>What one release (or one call of a local mechanism) promises; <see cref="PrivacyClaim.None"/> on seeded bits.</summary>
    PrivacyClaim Claim { get; }

    /// <summary>A worst pair of neighbours, for audits and conformance tests.</summary>
    /// <param name="epsilon">ε of the instance; a ρ-zCDP mechanism takes ρ = ε²/2.</param>
    /// <param name="bits">Where randomness comes from.</param>
    static abstract MechanismTrial Trial(Rational epsilon, RandomBits bits);
}
