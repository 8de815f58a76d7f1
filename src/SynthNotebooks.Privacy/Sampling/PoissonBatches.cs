namespace SynthNotebooks.Privacy;

/// <summary>Draws batches in which every record takes part on its own with one probability, and says what a noisy sum over such a batch costs.</summary>
/// <remarks>
/// The event comes from the sampler, so that shuffled or fixed-size batches, which lose up to four times more (arXiv:2411.10614), cannot be accounted for as these. Batches may
/// be empty: noise must be added to them too. Divide by <see cref="ExpectedSize"/>, which needs a public number of records, never by the batch's own size.
/// </remarks>
public sealed class PoissonBatches
{
    private readonly RandomBits _bits;

    /// <param name="rate">Chance of each record, above 0, at most 1; denominator below 2⁶⁴.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not legal.</exception>
    public PoissonBatches(Rational rate, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(bits);
        if (rate.Sign <= 0 || rate > 1 || rate.Denominator.GetBitLength() > 64)
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A sampling rate must lie above 0 and at most at 1, with a denominator below 2^64.");
        (Rate, _bits) = (rate, bits);
    }

    /// <summary>Chance of each record.</summary>
    public Rational Rate { get; }

    /// <summary>Positions of the records that take part, rising.</summary>
    /// <param name="records">Number of records, at least 0.</param>
    public int[] Next(int records)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(records);
        var (a, b) = ((UInt128)Rate.Numerator, (UInt128)Rate.Denominator);
        var batch = new List<int>();
        for (var i = 0; i < records; i++)
            if (ExactBernoulli.Ratio(a, b, _bits)) batch.Add(i);
        return [.. batch];
    }

    /// <summary>Rate times a public number of records.</summary>
    public double ExpectedSize(int publicRecords) => Rate.ToDouble() * publicRecords;

    /// <summary>What one noisy sum over a batch costs.</summary>
    /// <param name="sigma">Noise in multiples of one record's largest L2 contribution.</param>
    public GaussianEvent Event(double sigma) => new(sigma, Rate.ToDoubleUp());
}
