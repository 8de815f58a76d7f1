using System.Numerics;

namespace SynthNotebooks.Privacy;

/// <summary>Chooses a candidate: in random order, each is taken with probability exp(−ε·gap / (2Δ)); ε-DP, never worse than the exponential mechanism.</summary>
/// <remarks>
/// <para>Claim: for neighbours that move no score by more than Δ steps; with monotonic scores exp(−ε·gap / Δ) gives the same ε. Exact rational coins, not
/// constant-time. Cost: at most n coins for n candidates. Source: McKenna, Sheldon, arXiv:2010.12603, Algorithm 1.</para>
/// </remarks>
[Mechanism("permute-and-flip", "score steps")]
public sealed class PermuteAndFlipMechanism : IAuditedMechanism
{
    private readonly BigInteger _numerator, _denominator;
    private readonly RandomBits _bits;

    /// <param name="sensitivity">Of one score.</param>
    /// <param name="epsilon">Above 0, at most 1000.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is not legal.</exception>
    public PermuteAndFlipMechanism(ScoreSensitivity sensitivity, Rational epsilon, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(sensitivity);
        (_numerator, _denominator) = Requirements.Exponent(Requirements.Epsilon(epsilon), sensitivity);
        Claim = Requirements.Claim(bits, PrivacyClaim.Pure(epsilon.ToDoubleUp(), sensitivity.Relation));
        _bits = bits;
    }

    /// <inheritdoc/>
    public PrivacyClaim Claim { get; }

    /// <summary>The position of the chosen candidate.</summary>
    /// <param name="scores">In steps, at least one.</param>
    /// <exception cref="ArgumentException">There are no candidates.</exception>
    public int Select(ReadOnlySpan<long> scores)
    {
        var best = Requirements.Maximum(scores);
        var left = new int[scores.Length];
        for (var i = 0; i < left.Length; i++) left[i] = i;
        for (var count = left.Length; ; count--)
        {
            // The best candidate is always taken, so that the loop ends before none is left.
            var at = (int)_bits.NextBelow((ulong)count);
            var candidate = left[at];
            if (ExactBernoulli.Exp(((BigInteger)best - scores[candidate]) * _numerator, _denominator, _bits)) return candidate;
            left[at] = left[count - 1];
        }
    }

    /// <inheritdoc/>
    public static MechanismTrial Trial(Rational epsilon, RandomBits bits)
    {
        var mechanism = new PermuteAndFlipMechanism(new ScoreSensitivity(1, new ReplaceOne()), epsilon, bits);
        return new(PrivacyClaim.Pure(epsilon.ToDoubleUp(), new ReplaceOne()), () => mechanism.Select([0, 0, 1]), () => mechanism.Select([1, 1, 0]));
    }
}
