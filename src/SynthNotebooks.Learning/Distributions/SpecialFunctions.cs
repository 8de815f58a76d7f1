using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Gamma and beta functions and their incomplete integrals, with the same bits on every x64 machine.</summary>
public static class SpecialFunctions
{
    private const double Tiny = 1e-300;
    private const int MostTerms = 2000;

    // Godfrey's coefficients for Lanczos' approximation, g = 607/128, n = 15.
    private static readonly double[] Lanczos =
    [
        0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174, -0.49191381609762019978,
        0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4, 0.15808870322491248884e-3, -0.21026444172410488319e-3,
        0.21743961811521264320e-3, -0.16431810653676389022e-3, 0.84418223983852743293e-4, -0.26190838401581408670e-4, 0.36899182659531622704e-5,
    ];

    /// <summary>ln Γ(x) for x above 0; relative error about 1e-14 away from the zeros at 1 and 2, absolute 1e-14 near them.</summary>
    /// <remarks>Source: Lanczos, SIAM J. Numer. Anal. B 1, 1964, doi:10.1137/0701008.</remarks>
    public static double LogGamma(double x)
    {
        if (!(x > 0)) return double.NaN;
        if (x < 0.5) return LogGamma(x + 1) - PortableMath.Log(x);
        var t = x + 607.0 / 128 - 0.5;
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++) sum += Lanczos[i] / (x - 1 + i);
        return 0.91893853320467274178 + PortableMath.Log(sum) + (x - 0.5) * PortableMath.Log(t) - t;
    }

    /// <summary>ψ(x) = d ln Γ(x) / dx for x above 0; absolute error about 1e-13.</summary>
    /// <remarks>Recurrence up to 10, then the asymptotic series: Abramowitz, Stegun, 1964, 6.3.18.</remarks>
    public static double Digamma(double x)
    {
        if (!(x > 0)) return double.NaN;
        var shift = 0.0;
        for (; x < 10; x++) shift -= 1 / x;
        var z = 1 / (x * x);
        return shift + PortableMath.Log(x) - 0.5 / x - z * (1 / 12.0 - z * (1 / 120.0 - z * (1 / 252.0 - z * (1 / 240.0 - z * (1 / 132.0 - z * 691 / 32760)))));
    }

    /// <summary>ψ'(x) for x above 0; absolute error about 1e-13.</summary>
    /// <remarks>Abramowitz, Stegun, 1964, 6.4.12.</remarks>
    public static double Trigamma(double x)
    {
        if (!(x > 0)) return double.NaN;
        var shift = 0.0;
        for (; x < 10; x++) shift += 1 / (x * x);
        var z = 1 / (x * x);
        return shift + 1 / x + z / 2 + z / x * (1 / 6.0 - z * (1 / 30.0 - z * (1 / 42.0 - z * (1 / 30.0 - z * (5 / 66.0 - z * 691 / 2730)))));
    }

    /// <summary>P(a, x), the share of a gamma distribution of shape a below x; absolute error about 1e-14.</summary>
    /// <param name="a">Above 0.</param>
    /// <param name="x">At least 0.</param>
    /// <remarks>Series below a + 1, continued fraction above (Lentz). Source: Press et al., Numerical Recipes, 3rd ed. 2007, section 6.2.</remarks>
    public static double LowerGamma(double a, double x)
    {
        if (!(x > 0)) return 0;
        if (double.IsPositiveInfinity(x)) return 1;
        var front = PortableMath.Exp(a * PortableMath.Log(x) - x - LogGamma(a));
        if (x < a + 1)
        {
            double term = 1 / a, sum = term;
            for (var n = 1; n < MostTerms + 20 * Math.Sqrt(a) && Math.Abs(term) > sum * 1e-17; n++) sum += term *= x / (a + n);
            return Math.Min(1, sum * front);
        }
        double b = x + 1 - a, c = 1 / Tiny, d = 1 / b, h = d;
        for (var i = 1; i < MostTerms + 20 * Math.Sqrt(a); i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = 1 / NotZero(an * d + b);
            c = NotZero(b + an / c);
            h *= d * c;
            if (Math.Abs(d * c - 1) < 1e-16) break;
        }
        return Math.Max(0, 1 - front * h);
    }

    /// <summary>I(x; a, b), the share of a beta distribution below x; absolute error about 1e-14.</summary>
    /// <param name="x">0 to 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    /// <remarks>Continued fraction (Lentz). Source: Press et al., Numerical Recipes, 3rd ed. 2007, section 6.4.</remarks>
    public static double Beta(double x, double a, double b)
    {
        if (!(x > 0)) return 0;
        if (x >= 1) return 1;
        var front = PortableMath.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * PortableMath.Log(x) + b * PortableMath.Log(1 - x));
        return x < (a + 1) / (a + b + 2) ? Math.Min(1, front * Fraction(x, a, b) / a) : Math.Max(0, 1 - front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        double c = 1, d = 1 / NotZero(1 - (a + b) * x / (a + 1)), h = d;
        for (var m = 1; m < MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            h *= d * c;
            if (Math.Abs(d * c - 1) < 1e-16) break;
        }
        return h;
    }

    private static double NotZero(double x) => Math.Abs(x) < Tiny ? Tiny : x;
}
