using System.Numerics;

namespace SynthNotebooks.Privacy;

/// <summary>Draws integers y with probability proportional to exp(−y²/(2·variance)), exactly.</summary>
/// <remarks>
/// Rejection from discrete Laplace of scale ⌊σ⌋ + 1, in integer arithmetic: 128 bits where they hold, unlimited where not. Cost: O(1) expected draws.
/// Source: Canonne, Kamath, Steinke, arXiv:2004.00010, Algorithm 3.
/// </remarks>
internal sealed class DiscreteGaussianSampler
{
    private const ulong NoFastPath = 0;
    private readonly RandomBits _bits;
    private readonly DiscreteLaplaceSampler _proposal;
    private readonly BigInteger _n, _td, _divisor; // σ² = n/d; accept with exp(−(|y|·t·d − n)² / (2 t² n d))
    private readonly ulong _shortN, _shortTd, _fastBelow;
    private readonly UInt128 _shortDivisor;

    /// <param name="variance">σ², above 0; σ below 2⁶⁰.</param>
    /// <param name="bits">Where randomness comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The variance is not legal.</exception>
    public DiscreteGaussianSampler(Rational variance, RandomBits bits)
        : this(variance, bits, forceWide: false)
    {
    }

    // Tests compare both arithmetics.
    internal DiscreteGaussianSampler(Rational variance, RandomBits bits, bool forceWide)
    {
        if (variance.Sign <= 0 || variance > new Rational(BigInteger.One << 120, 1))
            throw new ArgumentOutOfRangeException(nameof(variance), variance, "A variance must be positive and at most 2^120.");
        _bits = bits;
        var (n, d) = (variance.Numerator, variance.Denominator);
        var t = SquareRoot(n / d) + 1;
        (_n, _td, _divisor) = (n, t * d, 2 * t * t * n * d);
        _proposal = new(new(t, BigInteger.One), bits);
        if (forceWide || _divisor.GetBitLength() > 126 || n.GetBitLength() > 62 || _td.GetBitLength() > 62) return;
        (_shortN, _shortTd, _shortDivisor) = ((ulong)_n, (ulong)_td, (UInt128)_divisor);
        _fastBelow = (1UL << 62) / _shortTd;
    }

    public long Next()
    {
        while (true)
        {
            var y = _proposal.Next();
            if (Accepts((ulong)Math.Abs(y))) return y;
        }
    }

    private bool Accepts(ulong magnitude)
    {
        if (_fastBelow != NoFastPath && magnitude < _fastBelow)
        {
            var product = magnitude * _shortTd;
            var distance = product > _shortN ? product - _shortN : _shortN - product;
            return ExactBernoulli.Exp((UInt128)distance * distance, _shortDivisor, _bits);
        }
        var wide = magnitude * _td - _n;
        return ExactBernoulli.Exp(wide * wide, _divisor, _bits);
    }

    // Largest integer whose square is at most the value.
    internal static BigInteger SquareRoot(BigInteger value)
    {
        if (value < 2) return value;
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2); // from above, Newton falls monotonically
        while (true)
        {
            var next = (root + value / root) / 2;
            if (next >= root) return root;
            root = next;
        }
    }
}
