using System.Numerics;

namespace SynthNotebooks.Privacy;

/// <summary>Chooses a candidate with probability proportional to exp(ε·score / (2Δ)); ε-DP and ε²/8-zCDP.</summary>
/// <remarks>
/// <para>Claim: for neighbours that move no score by more than Δ steps; with monotonic scores exp(ε·score / Δ) gives the same ε.</para>
/// <para>Exact: candidates are proposed uniformly and kept with a coin of exp(−ε·gap / (2Δ)) in rationals, gap the distance to the best score. Not
/// constant-time. Cost: at most n expected proposals for n candidates. Sources: McSherry, Talwar, FOCS 2007, doi:10.1109/FOCS.2007.66; Cesar, Rogers,
/// arXiv:2004.07223 (ε²/8).</para>
/// </remarks>
[Mechanism("exponential", "score steps")]
public sealed class ExponentialMechanism : IAuditedMechanism
{
    private readonly BigInteger _numerator, _denominator;
    private readonly RandomBits _bits;

    /// <param name="sensitivity">Of one score.</param>
    /// <param name="epsilon">Above 0, at most 1000.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is not legal.</exception>
    public ExponentialMechanism(ScoreSensitivity sensitivity, Rational epsilon, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(sensitivity);
        (_numerator, _denominator) = Requirements.Exponent(Requirements.Epsilon(epsilon), sensitivity);
        Claim = Requirements.Claim(bits, ClaimOf(epsilon, sensitivity.Relation));
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
        while (true)
        {
            var candidate = (int)_bits.NextBelow((ulong)scores.Length);
            if (ExactBernoulli.Exp(((BigInteger)best - scores[candidate]) * _numerator, _denominator, _bits)) return candidate;
        }
    }

    /// <summary>The position of the chosen candidate, for a sensitivity made by <see cref="ScoreSensitivity.OnGrid"/> with the same grid.</summary>
    public int Select(ReadOnlySpan<double> scores, PublicGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var steps = new long[scores.Length];
        for (var i = 0; i < steps.Length; i++) steps[i] = grid.ToSteps(scores[i]);
        return Select(steps);
    }

    /// <inheritdoc/>
    public static MechanismTrial Trial(Rational epsilon, RandomBits bits)
    {
        var mechanism = new ExponentialMechanism(new ScoreSensitivity(1, new ReplaceOne()), epsilon, bits);
        return new(ClaimOf(epsilon, new ReplaceOne()), () => mechanism.Select([0, 0, 1]), () => mechanism.Select([1, 1, 0]));
    }

    private static PrivacyClaim ClaimOf(Rational epsilon, NeighbouringRelation relation) =>
        PrivacyClaim.Pure(epsilon.ToDoubleUp(), relation, (epsilon * epsilon / 8).ToDoubleUp());
}
