using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Functions that keep their digits near zero or in the far tail, on top of <see cref="PortableMath"/>.</summary>
internal static class StableMath
{
    /// <summary>ln(1 + x), relative error a few units in the last place.</summary>
    public static double LogOnePlus(double x)
    {
        var y = 1 + x;
        return y == 1 ? x : double.IsInfinity(y) ? y : PortableMath.Log(y) * (x / (y - 1)); // the quotient undoes the rounding of 1 + x (Goldberg 1991)
    }

    /// <summary>eˣ − 1, relative error a few units in the last place.</summary>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > 1e-2) return PortableMath.Exp(x) - 1;
        return x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5 * (1 + x / 6 * (1 + x / 7))))));
    }

    /// <summary>ln(eᵃ + eᵇ).</summary>
    public static double LogSum(double a, double b)
    {
        if (double.IsNegativeInfinity(a)) return b;
        if (double.IsNegativeInfinity(b)) return a;
        var (high, low) = a > b ? (a, b) : (b, a);
        return high + LogOnePlus(PortableMath.Exp(low - high));
    }
}
