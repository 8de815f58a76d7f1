using System.Numerics;

namespace SynthNotebooks.Privacy;

/// <summary>Coins whose probabilities are exact: a/b, exp(−a/b), 1/(1+exp(−a/b)).</summary>
/// <remarks>
/// A coin of a/b compares a uniform real with a/b digit by digit, 32 bits at a time, and stops as soon as the digits decide: no rounding, one digit
/// almost always. Running time depends on the outcome: not constant-time. Source of the exponential: Canonne, Kamath, Steinke,
/// arXiv:2004.00010, Algorithm 1.
/// </remarks>
internal static class ExactBernoulli
{
    /// <summary>True with probability a/b; b above 0, a at most b.</summary>
    public static bool Ratio(UInt128 a, UInt128 b, RandomBits bits)
    {
        if (a == 0) return false;
        if (a >= b) return true;
        // The leading 31 bits of both decide unless the digit falls within 2^-30 of the ratio.
        var shift = Math.Max(0, 128 - 31 - (int)UInt128.LeadingZeroCount(b));
        var (shortA, shortB, cut) = ((ulong)(a >> shift), (ulong)(b >> shift), shift == 0 ? 0UL : 1UL);
        ulong digit = bits.NextUInt32();
        if ((digit + 1) * (shortB + cut) <= shortA << 32) return true;
        return digit * shortB < (shortA + cut) << 32 && Undecided(digit, a, b, bits);
    }

    /// <summary>True with probability a/b; b above 0, a at most b.</summary>
    public static bool Ratio(BigInteger a, BigInteger b, RandomBits bits)
    {
        if (a.IsZero) return false;
        return a >= b || Undecided(BigInteger.Zero, a, b, bits, digits: 0);
    }

    /// <summary>True with probability exp(−a/b); b above 0.</summary>
    public static bool Exp(UInt128 a, UInt128 b, RandomBits bits)
    {
        if (a >= b)
        {
            var (whole, rest) = UInt128.DivRem(a, b);
            for (; whole > 0; whole--)
                if (!InverseE(bits)) return false;
            a = rest;
        }
        // A coin of a/(b·k) is a coin of a/b and a coin of 1/k.
        ulong k = 1;
        while (Ratio(a, b, bits) && (k == 1 || bits.NextBelow(k) == 0)) k++;
        return k % 2 == 1;
    }

    /// <summary>True with probability exp(−a/b); b above 0.</summary>
    public static bool Exp(BigInteger a, BigInteger b, RandomBits bits)
    {
        if (b.GetBitLength() < 127 && a.GetBitLength() < 127) return Exp((UInt128)a, (UInt128)b, bits);
        var whole = BigInteger.DivRem(a, b, out var rest);
        for (; !whole.IsZero; whole--)
            if (!InverseE(bits)) return false;
        ulong k = 1;
        while (Ratio(rest, b, bits) && (k == 1 || bits.NextBelow(k) == 0)) k++;
        return k % 2 == 1;
    }

    /// <summary>True with probability 1/e.</summary>
    public static bool InverseE(RandomBits bits)
    {
        if (bits.NextBit()) return false; // k = 2
        ulong k = 2;
        do k++;
        while (bits.NextBelow(k) == 0);
        return k % 2 == 1;
    }

    /// <summary>True with probability 1/(1 + exp(−a/b)): heads of a fair coin, or tails that survive a coin of exp(−a/b) are thrown again.</summary>
    public static bool Logistic(BigInteger a, BigInteger b, RandomBits bits)
    {
        while (true)
        {
            if (bits.NextBit()) return true;
            if (Exp(a, b, bits)) return false;
        }
    }

    private static bool Undecided(BigInteger uniform, BigInteger a, BigInteger b, RandomBits bits, int digits = 32)
    {
        while (true)
        {
            uniform = uniform << 32 | bits.NextUInt32();
            digits += 32;
            var target = a << digits;
            if ((uniform + 1) * b <= target) return true;
            if (uniform * b >= target) return false;
        }
    }
}
