namespace SynthNotebooks.Privacy;

/// <summary>Public parameters of <see cref="Rappor"/>.</summary>
public sealed record RapporOptions
{
    /// <summary>Length of the Bloom filter, default 128, legal 1 to 65536.</summary>
    public int Bits { get; init; } = 128;

    /// <summary>h, number of hash functions, default 1, legal 1 to the number of bits.</summary>
    public int Hashes { get; init; } = 1;

    /// <summary>f, the share of bits replaced by coins for ever; default 1/2, above 0, at most 1.</summary>
    public Rational Forgetting { get; init; } = new(1, 2);

    /// <summary>p, chance that a clear bit is reported set; default 1/2.</summary>
    public Rational ReportZero { get; init; } = new(1, 2);

    /// <summary>q, chance that a set bit is reported set; default 3/4.</summary>
    public Rational ReportOne { get; init; } = new(3, 4);
}
