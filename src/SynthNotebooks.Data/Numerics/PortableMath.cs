namespace SynthNotebooks.Data;

/// <summary>Elementary functions that give the same bits on every x64 machine, whatever its vector unit or C library.</summary>
/// <remarks>
/// <see cref="Math.Exp"/> and <see cref="Math.Log(double)"/> call the platform's library, which picks other code on other processors; what
/// enters fits and samples uses these instead. Only IEEE add, multiply, divide and square root are used, never fused.
/// </remarks>
public static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01; // ln 2 rounded to 32 bits, so that k·Ln2High is exact
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Natural logarithm; relative error below 2⁻⁵⁰. Zero gives −∞, a negative argument NaN.</summary>
    public static double Log(double x)
    {
        if (!(x > 0)) return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x)) return x;
        var shift = 0;
        if (x < 2.2250738585072014e-308) (x, shift) = (x * 18014398509481984.0, 54); // subnormal: scale by 2⁵⁴
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble(bits & 0x000FFFFFFFFFFFFF | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951) (mantissa, exponent) = (mantissa * 0.5, exponent + 1);
        var f = mantissa - 1;
        var s = f / (mantissa + 1);
        var z = s * s;
        // log m = 2 artanh s, |s| ≤ 0.1716
        var tail = z * (1 / 3.0 + z * (1 / 5.0 + z * (1 / 7.0 + z * (1 / 9.0 + z * (1 / 11.0 + z * (1 / 13.0
            + z * (1 / 15.0 + z * (1 / 17.0 + z * (1 / 19.0 + z * (1 / 21.0 + z * (1 / 23.0)))))))))));
        double k = exponent - shift;
        // 2s = f − s·f keeps the leading term exact
        return k * Ln2High + (f - (s * (f - 2 * tail) - k * Ln2Low));
    }

    /// <summary>e to the power x; relative error below 2⁻⁵⁰. Saturates to 0 and +∞.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > 709.782712893384) return double.PositiveInfinity;
        if (x < -745.133219101941) return 0;
        var k = Math.Floor(x * 1.4426950408889634 + 0.5);
        var r = x - k * Ln2High - k * Ln2Low;
        var p = 1 + r * (1 + r * (1 / 2.0 + r * (1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0 + r * (1 / 720.0 + r * (1 / 5040.0
            + r * (1 / 40320.0 + r * (1 / 362880.0 + r * (1 / 3628800.0 + r * (1 / 39916800.0 + r * (1 / 479001600.0
            + r * (1 / 6227020800.0)))))))))))));
        var power = (int)k;
        return power < -1021
            ? p * TwoTo(power + 60) * TwoTo(-60) // the result may be subnormal
            : power > 1022 ? p * TwoTo(power - 1) * 2 : p * TwoTo(power);
    }

    /// <summary>Standard normal distribution function; absolute error below 1e-14.</summary>
    /// <remarks>Source: Hart et al., Computer Approximations, 1968, no. 5666, as given by West, Wilmott Magazine, May 2005.</remarks>
    public static double NormalCdf(double x)
    {
        if (double.IsNaN(x)) return x;
        var a = Math.Abs(x);
        double upper;
        if (a > 37) upper = 0;
        else
        {
            var e = Exp(-a * a / 2);
            if (a < 7.07106781186547)
            {
                var n = ((((((3.52624965998911e-2 * a + 0.700383064443688) * a + 6.37396220353165) * a + 33.912866078383) * a
                    + 112.079291497871) * a + 221.213596169931) * a) + 220.206867912376;
                var d = (((((((8.83883476483184e-2 * a + 1.75566716318264) * a + 16.064177579207) * a + 86.7807322029461) * a
                    + 296.564248779674) * a + 637.333633378831) * a + 793.826512519948) * a) + 440.413735824752;
                upper = e * n / d;
            }
            else
            {
                upper = e / (a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + 0.65))))) / 2.506628274631;
            }
        }
        return x > 0 ? 1 - upper : upper;
    }

    /// <summary>Standard normal quantile; relative error about 1e-16. 0 gives −∞, 1 gives +∞, outside NaN.</summary>
    /// <remarks>Source: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37(3), 1988, doi:10.2307/2347330.</remarks>
    public static double NormalQuantile(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - q * q;
            return q * (((((((2.5090809287301226727e+3 * r + 3.3430575583588128105e+4) * r + 6.7265770927008700853e+4) * r
                + 4.5921953931549871457e+4) * r + 1.3731693765509461125e+4) * r + 1.9715909503065514427e+3) * r
                + 1.3314166789178437745e+2) * r + 3.3871328727963666080e0)
                / (((((((5.2264952788528545610e+3 * r + 2.8729085735721942674e+4) * r + 3.9307895800092710610e+4) * r
                + 2.1213794301586595867e+4) * r + 5.3941960214247511077e+3) * r + 6.8718700749205790830e+2) * r
                + 4.2313330701600911252e+1) * r + 1);
        }
        if (!(p > 0 && p < 1)) return p == 0 ? double.NegativeInfinity : p == 1 ? double.PositiveInfinity : double.NaN;
        var t = Math.Sqrt(-Log(q < 0 ? p : 1 - p));
        double z;
        if (t <= 5)
        {
            t -= 1.6;
            z = (((((((7.74545014278341407640e-4 * t + 2.27238449892691845833e-2) * t + 2.41780725177450611770e-1) * t
                + 1.27045825245236838258e0) * t + 3.64784832476320460504e0) * t + 5.76949722146069140550e0) * t
                + 4.63033784615654529590e0) * t + 1.42343711074968357734e0)
                / (((((((1.05075007164441684324e-9 * t + 5.47593808499534494600e-4) * t + 1.51986665636164571966e-2) * t
                + 1.48103976427480074590e-1) * t + 6.89767334985100004550e-1) * t + 1.67638483018380384940e0) * t
                + 2.05319162663775882187e0) * t + 1);
        }
        else
        {
            t -= 5;
            z = (((((((2.01033439929228813265e-7 * t + 2.71155556874348757815e-5) * t + 1.24266094738807843860e-3) * t
                + 2.65321895265761230930e-2) * t + 2.96560571828504891230e-1) * t + 1.78482653991729133580e0) * t
                + 5.46378491116411436990e0) * t + 6.65790464350110377720e0)
                / (((((((2.04426310338993978564e-15 * t + 1.42151175831644588870e-7) * t + 1.84631831751005468180e-5) * t
                + 7.86869131145613259100e-4) * t + 1.48753612908506148525e-2) * t + 1.36929880922735805310e-1) * t
                + 5.99832206555887937690e-1) * t + 1);
        }
        return q < 0 ? -z : z;
    }

    private static double TwoTo(int power) => BitConverter.Int64BitsToDouble((long)(power + 1023) << 52);
}
