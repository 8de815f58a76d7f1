using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SynthNotebooks.Privacy;

/// <summary>Local: a text's Bloom filter, each bit kept with probability 1 − f for ever and noised again in every report; ε∞ = 2h ln((2 − f)/f).</summary>
/// <remarks>
/// <para>Claim: any number of reports of one memoised text is ε∞-DP for the person, h hash functions each setting one bit. Memorise once per text
/// (<see cref="Memorise"/>), report as often as needed (<see cref="Report"/>).</para>
/// <para>Exact coins. Cost: O(bits). Source: Erlingsson, Pihur, Korolova, CCS 2014, arXiv:1407.6981.</para>
/// </remarks>
[Mechanism("rappor", "one person's text", Local = true)]
public sealed class Rappor : IAuditedMechanism
{
    private readonly RapporOptions _options;
    private readonly RandomBits _bits;

    /// <param name="options">All public.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is not legal.</exception>
    public Rappor(RapporOptions options, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Bits is < 1 or > 65536) throw new ArgumentOutOfRangeException(nameof(options), options.Bits, "The filter must have 1 to 65536 bits.");
        if (options.Hashes < 1 || options.Hashes > options.Bits) throw new ArgumentOutOfRangeException(nameof(options), options.Hashes, "The number of hashes must lie in 1 to the number of bits.");
        Check(options.Forgetting, "forgetting");
        Check(options.ReportZero, "report-zero");
        Check(options.ReportOne, "report-one");
        (_options, _bits) = (options, bits);
        Claim = Requirements.Claim(bits, PrivacyClaim.Pure(LifetimeEpsilon(options), new ReplaceOne()));

        static void Check(Rational share, string name)
        {
            if (share.Sign <= 0 || share > 1 || share.Denominator.GetBitLength() > 64) throw new ArgumentOutOfRangeException(nameof(options), share, $"The option '{name}' must lie above 0 and at most at 1, with a denominator below 2^64.");
        }
    }

    /// <inheritdoc/>
    public PrivacyClaim Claim { get; }

    /// <summary>ε∞ = 2h ln((2 − f)/f), rounded upwards.</summary>
    public static double LifetimeEpsilon(RapporOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (n, d) = (options.Forgetting.Numerator, options.Forgetting.Denominator);
        return Math.BitIncrement(2 * options.Hashes * Data.PortableMath.Log(new Rational(2 * d - n, n).ToDoubleUp()));
    }

    /// <summary>The permanent noisy filter of a text; keep it and report from it alone.</summary>
    public bool[] Memorise(string text)
    {
        var filter = Filter(text);
        for (var i = 0; i < filter.Length; i++)
        {
            var forgotten = Coin(_options.Forgetting);
            var random = _bits.NextBit();
            if (forgotten) filter[i] = random;
        }
        return filter;
    }

    /// <summary>One report: a set bit comes out set with probability q, a clear one with p.</summary>
    public bool[] Report(ReadOnlySpan<bool> memorised)
    {
        var report = new bool[memorised.Length];
        for (var i = 0; i < report.Length; i++)
        {
            var (one, zero) = (Coin(_options.ReportOne), Coin(_options.ReportZero));
            report[i] = memorised[i] ? one : zero;
        }
        return report;
    }

    /// <summary>The Bloom filter without noise; not private.</summary>
    internal bool[] Filter(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var filter = new bool[_options.Bits];
        var bytes = Encoding.UTF8.GetBytes("\0\0\0\0" + text);
        for (var i = 0; i < _options.Hashes; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, i);
            filter[(int)(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(bytes)) % (ulong)filter.Length)] = true;
        }
        return filter;
    }

    /// <inheritdoc/>
    /// <remarks>ε∞ is that of f = 1/2 and one hash, 2 ln 3, whatever ε is asked for: f is a fraction and ε∞ a logarithm of one.</remarks>
    public static MechanismTrial Trial(Rational epsilon, RandomBits bits)
    {
        var options = new RapporOptions { Bits = 2 };
        var mechanism = new Rappor(options, bits);
        var (first, second) = (Pick(0), Pick(1));
        return new(PrivacyClaim.Pure(LifetimeEpsilon(options), new ReplaceOne()), () => Evidence(mechanism.Memorise(first)), () => Evidence(mechanism.Memorise(second)));

        string Pick(int bit) => Enumerable.Range(0, 100).Select(i => $"value {i}").First(text => mechanism.Filter(text)[bit]);
        static long Evidence(bool[] bits) => (bits[0] ? 1 : 0) - (bits[1] ? 1 : 0);
    }

    private bool Coin(Rational share) => ExactBernoulli.Ratio((UInt128)share.Numerator, (UInt128)share.Denominator, _bits);
}
