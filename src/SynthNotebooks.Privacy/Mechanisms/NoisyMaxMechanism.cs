namespace SynthNotebooks.Privacy;

/// <summary>Chooses the candidate whose score with discrete Laplace noise is largest; ε-DP. The noisy scores are not released.</summary>
/// <remarks>
/// <para>Claim: for neighbours that move no score by more than Δ steps; noise scale 2Δ/ε, with monotonic scores Δ/ε. Ties go to the first, which the argument
/// allows. Not constant-time. Cost: n draws for n candidates. Source: Dwork, Roth, Foundations and Trends 9, 2014, doi:10.1561/0400000042, Claim 3.9.</para>
/// </remarks>
[Mechanism("report-noisy-max", "score steps")]
public sealed class NoisyMaxMechanism : IAuditedMechanism
{
    private readonly DiscreteLaplaceSampler _sampler;

    /// <param name="sensitivity">Of one score.</param>
    /// <param name="epsilon">Above 0, at most 1000.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is not legal.</exception>
    public NoisyMaxMechanism(ScoreSensitivity sensitivity, Rational epsilon, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(sensitivity);
        var (numerator, denominator) = Requirements.Exponent(Requirements.Epsilon(epsilon), sensitivity);
        Claim = Requirements.Claim(bits, PrivacyClaim.Pure(epsilon.ToDoubleUp(), sensitivity.Relation));
        _sampler = new(new(denominator, numerator), bits);
    }

    /// <inheritdoc/>
    public PrivacyClaim Claim { get; }

    /// <summary>The position of the chosen candidate.</summary>
    /// <param name="scores">In steps, at least one.</param>
    /// <exception cref="ArgumentException">There are no candidates.</exception>
    public int Select(ReadOnlySpan<long> scores)
    {
        if (scores.IsEmpty) throw new ArgumentException("There are no candidates.", nameof(scores));
        var (chosen, best) = (0, Int128.MinValue);
        for (var i = 0; i < scores.Length; i++)
        {
            var noisy = (Int128)scores[i] + _sampler.Next();
            if (noisy > best) (chosen, best) = (i, noisy);
        }
        return chosen;
    }

    /// <inheritdoc/>
    public static MechanismTrial Trial(Rational epsilon, RandomBits bits)
    {
        var mechanism = new NoisyMaxMechanism(new ScoreSensitivity(1, new ReplaceOne()), epsilon, bits);
        return new(PrivacyClaim.Pure(epsilon.ToDoubleUp(), new ReplaceOne()), () => mechanism.Select([0, 0, 1]), () => mechanism.Select([1, 1, 0]));
    }
}
