using System.Numerics;

namespace SynthNotebooks.Privacy;

/// <summary>Checks and claims that mechanisms share.</summary>
internal static class Requirements
{
    public static Rational Epsilon(Rational epsilon)
    {
        if (epsilon.Sign <= 0 || epsilon.Numerator.GetBitLength() > 64 || epsilon.Denominator.GetBitLength() > 64 || epsilon > 1000)
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon must be a fraction above 0 and at most 1000, with numerator and denominator below 2^64.");
        return epsilon;
    }

    public static PrivacyClaim Claim(RandomBits bits, PrivacyClaim claim)
    {
        ArgumentNullException.ThrowIfNull(bits);
        return bits.IsCryptographic ? claim : PrivacyClaim.None(claim.Relation);
    }

    /// <summary>The divisor of a score gap in the exponent: a candidate that is <c>gap</c> behind has weight exp(−gap·ε / (2Δ)), or /Δ when monotonic.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Exponent(Rational epsilon, ScoreSensitivity sensitivity) =>
        (epsilon.Numerator, epsilon.Denominator * sensitivity.Steps * (sensitivity.Monotonic ? 1 : 2));

    public static long Maximum(ReadOnlySpan<long> scores)
    {
        if (scores.IsEmpty) throw new ArgumentException("There are no candidates.", nameof(scores));
        var best = scores[0];
        foreach (var score in scores) best = Math.Max(best, score);
        return best;
    }
}
