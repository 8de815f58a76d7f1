namespace SynthNotebooks.Privacy;

/// <summary>Adds two-sided geometric noise to a count and clamps it to a public range; each release is ε-DP.</summary>
/// <remarks>
/// <para>Claim: as the discrete Laplace mechanism, clamping being post-processing. On a range 0 .. n it is the truncated geometric mechanism, best for every
/// user with a monotone loss.</para>
/// <para>Not constant-time. Cost: O(1) expected draws. Source: Ghosh, Roughgarden, Sundararajan, STOC 2009, doi:10.1145/1536414.1536464.</para>
/// </remarks>
[Mechanism("geometric", "records")]
public sealed class GeometricMechanism : IAuditedMechanism
{
    private readonly DiscreteLaplaceMechanism _noise;
    private readonly long _low, _high;

    /// <param name="sensitivity">Of the count; its L1 part is used.</param>
    /// <param name="epsilon">Above 0, at most 1000.</param>
    /// <param name="low">Smallest output, public.</param>
    /// <param name="high">Largest output, public; above <paramref name="low"/>.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not legal.</exception>
    public GeometricMechanism(CountSensitivity sensitivity, Rational epsilon, long low, long high, RandomBits bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        (_noise, _low, _high) = (new(sensitivity, epsilon, bits), low, high);
    }

    /// <inheritdoc/>
    public PrivacyClaim Claim => _noise.Claim;

    /// <summary>The noisy count, within the range.</summary>
    public long Release(long count) => Math.Clamp(_noise.Release(count), _low, _high);

    /// <inheritdoc/>
    public static MechanismTrial Trial(Rational epsilon, RandomBits bits)
    {
        var mechanism = new GeometricMechanism(CountSensitivity.OfHistograms(new AddRemove()), epsilon, 0, 5, bits);
        return new(PrivacyClaim.Pure(epsilon.ToDoubleUp(), new AddRemove()), () => mechanism.Release(3), () => mechanism.Release(2));
    }
}
