namespace SynthNotebooks.Privacy;

/// <summary>Local: reports a yes or no truly with probability 1/(1 + e^−ε); ε-DP for the person who answers.</summary>
/// <remarks>Exact coin. Cost: O(1) expected bits. Source: Warner, JASA 60, 1965, doi:10.1080/01621459.1965.10480775.</remarks>
[Mechanism("randomised-response", "one person's answer", Local = true)]
public sealed class RandomisedResponse : IAuditedMechanism
{
    private readonly Rational _epsilon;
    private readonly RandomBits _bits;

    /// <param name="epsilon">Above 0, at most 1000.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is not legal.</exception>
    public RandomisedResponse(Rational epsilon, RandomBits bits)
    {
        (_epsilon, _bits) = (Requirements.Epsilon(epsilon), bits);
        Claim = Requirements.Claim(bits, PrivacyClaim.Pure(epsilon.ToDoubleUp(), new ReplaceOne()));
    }

    /// <inheritdoc/>
    public PrivacyClaim Claim { get; }

    /// <summary>The report of an answer.</summary>
    public bool Report(bool answer) => answer == ExactBernoulli.Logistic(_epsilon.Numerator, _epsilon.Denominator, _bits);

    /// <summary>Unbiased estimate of the share of true answers, not clamped to 0 .. 1.</summary>
    /// <param name="reportedShare">Share of true reports.</param>
    public double Estimate(double reportedShare)
    {
        var truth = 1 / (1 + Data.PortableMath.Exp(-_epsilon.ToDouble()));
        return (reportedShare + truth - 1) / (2 * truth - 1);
    }

    /// <inheritdoc/>
    public static MechanismTrial Trial(Rational epsilon, RandomBits bits)
    {
        var mechanism = new RandomisedResponse(epsilon, bits);
        return new(PrivacyClaim.Pure(epsilon.ToDoubleUp(), new ReplaceOne()), () => mechanism.Report(true) ? 1 : 0, () => mechanism.Report(false) ? 1 : 0);
    }
}
