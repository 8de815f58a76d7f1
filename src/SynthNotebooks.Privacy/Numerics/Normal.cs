using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>The standard normal distribution with small relative error in the far tail, which differences of small δ need.</summary>
/// <remarks>
/// <see cref="PortableMath.NormalCdf"/> has small absolute error. Here: Taylor's series below 3 (Marsaglia, J. Stat. Software 11(4), 2004), a continued
/// fraction above (Laplace; Abramowitz, Stegun 1964, 26.2.14), both to convergence.
/// </remarks>
internal static class Normal
{
    private const double InverseRootTwoPi = 0.39894228040143267794;

    public static double Density(double x) => InverseRootTwoPi * PortableMath.Exp(-x * x / 2);

    /// <summary>P[Z &gt; x], relative error at most about 1e-13.</summary>
    public static double UpperTail(double x)
    {
        if (x < 0) return 1 - UpperTail(-x);
        return x < 3 ? 0.5 - Density(x) * Series(x) : Density(x) / Fraction(x);
    }

    /// <summary>P[Z ≤ x].</summary>
    public static double LowerTail(double x) => UpperTail(-x);

    /// <summary>P[low &lt; Z ≤ high], from the side where both tails are small.</summary>
    public static double Mass(double low, double high) =>
        low >= high ? 0 : low >= 0 ? UpperTail(low) - UpperTail(high) : high <= 0 ? LowerTail(high) - LowerTail(low) : 1 - LowerTail(low) - UpperTail(high);

    // Φ(x) − 1/2 = φ(x)(x + x³/3 + x⁵/15 + …)
    private static double Series(double x)
    {
        double term = x, sum = x;
        for (var k = 3; term > sum * 1e-17; k += 2)
        {
            term *= x * x / k;
            sum += term;
        }
        return sum;
    }

    // x + 1/(x + 2/(x + 3/(x + …))): from the back, deep enough for x ≥ 3.
    private static double Fraction(double x)
    {
        if (x > 40) return x;
        var depth = x < 5 ? 120 : x < 8 ? 50 : 25;
        var value = x;
        for (var k = depth; k > 0; k--) value = x + k / value;
        return value;
    }
}
