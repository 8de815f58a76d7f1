namespace SynthNotebooks.Privacy;

/// <summary>Local: reports one bit per category; the true category's bit is 1 with probability 1/2, every other with 1/(e^ε + 1); ε-DP for the person.</summary>
/// <remarks>
/// Exact coins. Cost: O(k) expected bits of randomness. Variance of a frequency times n, near frequency 0: 4e^ε/(e^ε − 1)², whatever k. Source: Wang, Blocki, Li,
/// Jha, USENIX Security 2017, arXiv:1705.04421.
/// </remarks>
[Mechanism("oue", "one person's category", Local = true)]
public sealed class OptimisedUnaryEncoding : IAuditedMechanism
{
    private readonly Rational _epsilon;
    private readonly RandomBits _bits;

    /// <param name="categories">k, at least 2.</param>
    /// <param name="epsilon">Above 0, at most 1000.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not legal.</exception>
    public OptimisedUnaryEncoding(int categories, Rational epsilon, RandomBits bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 2);
        (Categories, _epsilon, _bits) = (categories, Requirements.Epsilon(epsilon), bits);
        Claim = Requirements.Claim(bits, PrivacyClaim.Pure(epsilon.ToDoubleUp(), new ReplaceOne()));
    }

    /// <inheritdoc/>
    public PrivacyClaim Claim { get; }

    /// <summary>k.</summary>
    public int Categories { get; }

    /// <summary>The report of a category: k bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The category is not one of them.</exception>
    public bool[] Report(int category)
    {
        if ((uint)category >= (uint)Categories) throw new ArgumentOutOfRangeException(nameof(category), category, $"A category must lie in 0 to {Categories - 1}.");
        var report = new bool[Categories];
        for (var i = 0; i < report.Length; i++)
        {
            var other = !ExactBernoulli.Logistic(_epsilon.Numerator, _epsilon.Denominator, _bits);
            var truth = _bits.NextBit();
            report[i] = i == category ? truth : other;
        }
        return report;
    }

    /// <inheritdoc/>
    public static MechanismTrial Trial(Rational epsilon, RandomBits bits)
    {
        var mechanism = new OptimisedUnaryEncoding(3, epsilon, bits);
        return new(PrivacyClaim.Pure(epsilon.ToDoubleUp(), new ReplaceOne()), () => Evidence(mechanism.Report(0)), () => Evidence(mechanism.Report(2)));

        // Only the two bits that differ tell anything; the third makes outcomes distinct for the support test.
        static long Evidence(bool[] bits) => 2 * ((bits[0] ? 1 : 0) - (bits[2] ? 1 : 0)) + (bits[1] ? 1 : 0);
    }
}
