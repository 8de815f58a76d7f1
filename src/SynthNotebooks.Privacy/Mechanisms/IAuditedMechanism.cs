namespace SynthNotebooks.Privacy;

/// <summary>A mechanism of the catalog: registered with <see cref="MechanismAttribute"/>, and audited as it stands.</summary>
public interface IAuditedMechanism : IMechanism
{
    /// <summary>A worst pair of neighbours, for audits and conformance tests.</summary>
    /// <param name="epsilon">ε of the instance; a ρ-zCDP mechanism takes ρ = ε²/2.</param>
    /// <param name="bits">Where randomness comes from.</param>
    static abstract MechanismTrial Trial(Rational epsilon, RandomBits bits);
}
