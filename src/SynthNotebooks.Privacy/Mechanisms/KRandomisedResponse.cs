namespace SynthNotebooks.Privacy;

/// <summary>Local: reports a category truly with probability e^ε / (e^ε + k − 1), any other with equal shares of the rest; ε-DP for the person.</summary>
/// <remarks>
/// Exact: a uniform category is proposed; the true one is kept always, another with a coin of e^−ε. Cost: at most k expected proposals. Variance of a
/// frequency times n, near frequency 0: (k − 2 + e^ε)/(e^ε − 1)². Sources: Kairouz, Oh, Viswanath, arXiv:1407.1338; Wang et al., USENIX Security 2017.
/// </remarks>
[Mechanism("k-randomised-response", "one person's category", Local = true)]
public sealed class KRandomisedResponse : IAuditedMechanism
{
    private readonly Rational _epsilon;
    private readonly RandomBits _bits;

    /// <param name="categories">k, at least 2.</param>
    /// <param name="epsilon">Above 0, at most 1000.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not legal.</exception>
    public KRandomisedResponse(int categories, Rational epsilon, RandomBits bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 2);
        (Categories, _epsilon, _bits) = (categories, Requirements.Epsilon(epsilon), bits);
        Claim = Requirements.Claim(bits, PrivacyClaim.Pure(epsilon.ToDoubleUp(), new ReplaceOne()));
    }

    /// <inheritdoc/>
    public PrivacyClaim Claim { get; }

    /// <summary>k.</summary>
    public int Categories { get; }

    /// <summary>The report of a category, 0 to k − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The category is not one of them.</exception>
    public int Report(int category)
    {
        if ((uint)category >= (uint)Categories) throw new ArgumentOutOfRangeException(nameof(category), category, $"A category must lie in 0 to {Categories - 1}.");
        while (true)
        {
            var proposed = (int)_bits.NextBelow((ulong)Categories);
            // The coin is thrown either way, so that the number of bits used tells less.
            var kept = ExactBernoulli.Exp(_epsilon.Numerator, _epsilon.Denominator, _bits);
            if (proposed == category || kept) return proposed;
        }
    }

    /// <inheritdoc/>
    public static MechanismTrial Trial(Rational epsilon, RandomBits bits)
    {
        var mechanism = new KRandomisedResponse(4, epsilon, bits);
        return new(PrivacyClaim.Pure(epsilon.ToDoubleUp(), new ReplaceOne()), () => mechanism.Report(3), () => mechanism.Report(0));
    }
}
