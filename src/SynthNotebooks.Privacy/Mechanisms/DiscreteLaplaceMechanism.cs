namespace SynthNotebooks.Privacy;

/// <summary>Adds discrete Laplace noise to integers; each release is ε-DP.</summary>
/// <remarks>
/// <para>Claim: neighbours whose vectors differ by at most the L1 sensitivity give outputs within a factor e^ε, up to saturation at the ends of
/// <see cref="long"/>. Scale = sensitivity / ε, in the unit of the sensitivity (records, or steps of a grid).</para>
/// <para>Integer arithmetic only; a release draws all its noise before it returns. Running time varies with the noise: not constant-time.</para>
/// <para>Cost: O(1) expected draws a coordinate. Sources: Ghosh, Roughgarden, Sundararajan, STOC 2009, doi:10.1145/1536414.1536464 (mechanism); Canonne, Kamath,
/// Steinke, arXiv:2004.00010 (sampler).</para>
/// </remarks>
[Mechanism("discrete-laplace", "records or grid steps")]
public sealed class DiscreteLaplaceMechanism : IAuditedMechanism
{
    private readonly DiscreteLaplaceSampler _sampler;

    /// <param name="sensitivity">Its L1 part is used.</param>
    /// <param name="epsilon">Above 0, at most 1000; numerator and denominator below 2⁶⁴ (any double of ordinary size).</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is not legal.</exception>
    public DiscreteLaplaceMechanism(IntegerSensitivity sensitivity, Rational epsilon, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(sensitivity);
        Scale = sensitivity.L1 / Requirements.Epsilon(epsilon);
        Claim = Requirements.Claim(bits, PrivacyClaim.Pure(epsilon.ToDoubleUp(), sensitivity.Relation));
        _sampler = new(Scale, bits);
    }

    /// <inheritdoc/>
    public PrivacyClaim Claim { get; }

    /// <summary>Sensitivity / ε; the noise's variance is about twice its square.</summary>
    public Rational Scale { get; }

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
        var mechanism = new DiscreteLaplaceMechanism(CountSensitivity.OfHistograms(new AddRemove()), epsilon, bits);
        return new(PrivacyClaim.Pure(epsilon.ToDoubleUp(), new AddRemove()), () => mechanism.Release(1), () => mechanism.Release(0));
    }
}
