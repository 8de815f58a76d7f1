namespace SynthNotebooks.Privacy;

/// <summary>Draws integers y with probability proportional to exp(−|y|/scale), exactly.</summary>
/// <remarks>
/// Integer arithmetic only. Magnitudes beyond <see cref="long.MaxValue"/> saturate. Cost: O(1) expected draws. Source: Canonne, Kamath, Steinke,
/// arXiv:2004.00010, Algorithm 2.
/// </remarks>
internal sealed class DiscreteLaplaceSampler
{
    private const int MostBits = 96; // u + t·v stays far inside 128 bits
    private readonly UInt128 _t, _s; // scale = t / s
    private readonly RandomBits _bits;

    /// <param name="scale">Above 0; numerator and denominator below 2⁹⁶.</param>
    /// <param name="bits">Where randomness comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not legal.</exception>
    public DiscreteLaplaceSampler(Rational scale, RandomBits bits)
    {
        if (scale.Sign <= 0 || scale.Numerator.GetBitLength() > MostBits || scale.Denominator.GetBitLength() > MostBits)
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "A scale must be positive, with numerator and denominator below 2^96.");
        (_t, _s, _bits) = ((UInt128)scale.Numerator, (UInt128)scale.Denominator, bits);
    }

    public long Next()
    {
        while (true)
        {
            var u = _bits.NextBelow(_t);
            if (!ExactBernoulli.Exp(u, _t, _bits)) continue;
            uint v = 0;
            while (ExactBernoulli.InverseE(_bits)) v++;
            var sum = u + _t * v;
            var magnitude = _s == 1 ? sum : sum / _s;
            var negative = _bits.NextBit();
            if (negative && magnitude == 0) continue; // else zero would count twice
            var saturated = magnitude > long.MaxValue ? long.MaxValue : (long)magnitude;
            return negative ? -saturated : saturated;
        }
    }
}
