namespace SynthNotebooks.Generators.Industry;

/// <summary>Sine and cosine by IEEE operations alone, so that their bits are the same on every machine.</summary>
/// <remarks>The argument is reduced with two parts of π/2; absolute error below 1e-14 for arguments up to 1e6. Polynomials: Taylor's, to the 17th power on [−π/4, π/4].</remarks>
internal static class Waves
{
    private const double High = 1.57079632673412561417e+00, Middle = 6.07710050630396597660e-11, Low = 2.02226624879595063154e-21;

    public static double Sin(double x) => Of(x, 0);

    public static double Cos(double x) => Of(x, 1);

    private static double Of(double x, int shift)
    {
        if (!double.IsFinite(x)) return double.NaN;
        var turns = Math.Round(x * (2 / Math.PI));
        var r = x - turns * High - turns * Middle - turns * Low;
        var quarter = ((long)(turns % 4) + shift + 4) % 4;
        var value = quarter % 2 == 0 ? Sine(r) : Cosine(r);
        return quarter >= 2 ? -value : value;
    }

    private static double Sine(double x)
    {
        var s = x * x;
        return x * (1 + s * (-1.0 / 6 + s * (1.0 / 120 + s * (-1.0 / 5040 + s * (1.0 / 362880 + s * (-1.0 / 39916800 + s * (1.0 / 6227020800 + s * (-1.0 / 1307674368000 + s * (1.0 / 355687428096000)))))))));
    }

    private static double Cosine(double x)
    {
        var s = x * x;
        return 1 + s * (-1.0 / 2 + s * (1.0 / 24 + s * (-1.0 / 720 + s * (1.0 / 40320 + s * (-1.0 / 3628800 + s * (1.0 / 479001600 + s * (-1.0 / 87178291200 + s * (1.0 / 20922789888000))))))));
    }
}
