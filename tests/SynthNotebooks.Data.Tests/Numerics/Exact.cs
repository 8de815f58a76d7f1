using System.Numerics;

namespace SynthNotebooks.Data.Tests.Numerics;

/// <summary>exp, log and the normal distribution function in fixed point of 512 bits: the reference that PortableMath is held against.</summary>
internal static class Exact
{
    private const int Bits = 512;
    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger Ln2 = 2 * ArTanh(One / 3);

    /// <summary>Relative error of an approximation of exp(x), in units of 2^-52; infinite results aside.</summary>
    public static double ExpError(double x, double approximation)
    {
        var fixedX = OfDouble(x);
        var k = fixedX / Ln2;
        var exp = ExpSmall(fixedX - k * Ln2); // in (1/2, 2), scaled by 2^k
        return RelativeError(exp, (int)k, approximation);
    }

    /// <summary>Error of an approximation of ln(x), relative to the result, in units of 2^-52.</summary>
    public static double LogError(double x, double approximation)
    {
        var exponent = Math.ILogB(x);
        var mantissa = OfDouble(Math.ScaleB(x, -exponent));
        var log = 2 * ArTanh((mantissa - One << Bits) / (mantissa + One)) + exponent * Ln2;
        return log.IsZero ? approximation == 0 ? 0 : double.PositiveInfinity : ToDouble(OfDouble(approximation) - log << 52) / Math.Abs(ToDouble(log));
    }

    /// <summary>Φ(x) for |x| at most 9, by Φ = 1/2 + φ(x) · Σ x^(2k+1) / (1·3·5···(2k+1)).</summary>
    public static BigInteger NormalCdf(double x)
    {
        var fixedX = OfDouble(x);
        var square = fixedX * fixedX >> Bits;
        BigInteger sum = 0, term = fixedX;
        for (var k = 1; !term.IsZero; k++)
        {
            sum += term;
            term = (term * square >> Bits) / (2 * k + 1);
            if (BigInteger.Abs(term) <= 1) break;
        }
        return (One >> 1) + (sum * Density(square) >> Bits);
    }

    public static double ToDouble(BigInteger value)
    {
        var shift = Math.Max(0, (int)BigInteger.Abs(value).GetBitLength() - 64);
        return Math.ScaleB((double)(value >> shift), shift - Bits);
    }

    public static BigInteger OfDouble(double value)
    {
        if (value == 0) return 0;
        var exponent = Math.ILogB(value) - 52;
        var mantissa = new BigInteger(Math.ScaleB(value, -exponent));
        return exponent + Bits >= 0 ? mantissa << (exponent + Bits) : mantissa >> -(exponent + Bits);
    }

    private static BigInteger Density(BigInteger square)
    {
        var half = square >> 1;
        var k = half / Ln2;
        var exp = ExpSmall(-(half - k * Ln2)) >> (int)k;
        var twoPi = 2 * Pi();
        return (exp << Bits) / Root(twoPi << Bits);
    }

    private static BigInteger ExpSmall(BigInteger x)
    {
        BigInteger sum = One, term = One;
        for (var n = 1; !term.IsZero && term != -1; n++) sum += term = (term * x >> Bits) / n;
        return sum;
    }

    private static BigInteger ArTanh(BigInteger s)
    {
        var square = s * s >> Bits;
        BigInteger sum = 0, power = s;
        for (var n = 1; !power.IsZero && power != -1; n += 2)
        {
            sum += power / n;
            power = power * square >> Bits;
        }
        return sum;
    }

    private static BigInteger Pi() => 16 * ArcTan(5) - 4 * ArcTan(239); // Machin

    private static BigInteger ArcTan(int inverse)
    {
        BigInteger sum = 0, power = One / inverse;
        for (var n = 1; !power.IsZero; n += 2)
        {
            sum += n % 4 == 1 ? power / n : -(power / n);
            power /= inverse * inverse;
        }
        return sum;
    }

    private static BigInteger Root(BigInteger value)
    {
        var root = BigInteger.One << (int)(value.GetBitLength() / 2 + 1);
        while (true)
        {
            var next = root + value / root >> 1;
            if (next >= root) return root;
            root = next;
        }
    }

    private static double RelativeError(BigInteger exact, int scale, double approximation)
    {
        var scaled = Math.ScaleB(1, 0) * approximation;
        var exponent = scaled == 0 ? 0 : Math.ILogB(scaled);
        var near = OfDouble(Math.ScaleB(scaled, -exponent));
        near = exponent - scale >= 0 ? near << (exponent - scale) : near >> (scale - exponent);
        return ToDouble((near - exact << 52 + Bits) / exact);
    }
}
