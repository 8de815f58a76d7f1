namespace SynthNotebooks.Privacy;

/// <summary>Adds discrete Gaussian noise to integers; each release is ρ-zCDP with ρ = Δ₂² / (2σ²).</summary>
/// <remarks>
/// <para>Claim: for neighbours whose vectors differ by at most the L2 sensitivity Δ₂, in the unit of the sensitivity; holds for vectors of any length,
/// the coordinates drawn independently.</para>
/// <para>Integer arithmetic only; a release draws all its noise before it returns. Not constant-time. Cost: O(1) expected draws a coordinate; measured
/// figures stand in the benchmarks' page. Source: Canonne, Kamath, Steinke, arXiv:2004.00010, Theorem 14 (privacy), Algorithm 3 (sampler).</para>
/// </remarks>
[Mechanism("discrete-gaussian", "records or grid steps")]
public sealed class DiscreteGaussianMechanism : IAuditedMechanism
{
    private readonly DiscreteGaussianSampler _sampler;

    /// <param name="sensitivity">Its L2 part is used.</param>
    /// <param name="variance">σ², above 0.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentOutOfRangeException">The variance is not legal.</exception>
    public DiscreteGaussianMechanism(IntegerSensitivity sensitivity, Rational variance, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(sensitivity);
        _sampler = new(variance, bits);
        Variance = variance;
        Claim = Requirements.Claim(bits, ClaimOf(sensitivity, variance));
    }

    /// <inheritdoc/>
    public PrivacyClaim Claim { get; }

    /// <summary>σ².</summary>
    public Rational Variance { get; }

    /// <summary>The mechanism that costs ρ exactly.</summary>
    /// <param name="sensitivity">Its L2 part is used.</param>
    /// <param name="rho">Above 0 and finite.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    public static DiscreteGaussianMechanism ForRho(IntegerSensitivity sensitivity, double rho, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(sensitivity);
        if (!(rho > 0 && double.IsFinite(rho))) throw new ArgumentOutOfRangeException(nameof(rho), rho, "Rho must be positive and finite.");
        return new(sensitivity, sensitivity.SquaredL2 / (2 * Rational.Of(rho)), bits);
    }

    /// <summary>The noisy vector, same length.</summary>
    public long[] Release(ReadOnlySpan<long> values)
    {
        var noisy = new long[values.Length];
        for (var i = 0; i < noisy.Length; i++) noisy[i] = _sampler.Next();
        for (var i = 0; i < noisy.Length; i++) noisy[i] = SaturatingAdd.Of(values[i], noisy[i]);
        return noisy;
    }

    /// <summary>The noisy value.</summary>
    public long Release(long value) => SaturatingAdd.Of(value, _sampler.Next());

    /// <inheritdoc/>
    public static MechanismTrial Trial(Rational epsilon, RandomBits bits)
    {
        var sensitivity = CountSensitivity.OfHistograms(new AddRemove());
        var mechanism = new DiscreteGaussianMechanism(sensitivity, 1 / (epsilon * epsilon), bits);
        return new(ClaimOf(sensitivity, mechanism.Variance), () => mechanism.Release(1), () => mechanism.Release(0));
    }

    private static PrivacyClaim ClaimOf(IntegerSensitivity sensitivity, Rational variance) =>
        PrivacyClaim.ZeroConcentrated((sensitivity.SquaredL2 / (2 * variance)).ToDoubleUp(), sensitivity.Relation);
}
