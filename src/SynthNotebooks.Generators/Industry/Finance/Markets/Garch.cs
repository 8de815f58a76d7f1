using System.Globalization;

namespace SynthNotebooks.Generators.Industry.Finance.Markets;

/// <summary>The variance recursion of GARCH(1,1): h' = ω + α·e² + β·h.</summary>
/// <remarks>Source: Bollerslev, Journal of Econometrics 31(3), 1986, doi:10.1016/0304-4076(86)90063-1.</remarks>
/// <param name="Omega">Constant, above 0.</param>
/// <param name="Alpha">Weight of the last squared shock, not negative.</param>
/// <param name="Beta">Weight of the last variance, not negative; alpha + beta below 1.</param>
public readonly record struct Garch(double Omega, double Alpha, double Beta)
{
    /// <summary>The variance in the long run.</summary>
    public double Variance => Omega / (1 - Alpha - Beta);

    /// <summary>The recursion with a given variance in the long run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or they sum to 1 or more, so that there is no variance in the long run.</exception>
    public static Garch OfVariance(double variance, double alpha, double beta)
    {
        if (!(alpha >= 0 && beta >= 0 && alpha + beta < 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), string.Create(CultureInfo.InvariantCulture,
                $"alpha is {alpha} and beta is {beta}; both must be at least 0 and their sum below 1."));
        return new(variance * (1 - alpha - beta), alpha, beta);
    }

    /// <summary>Variance of the next day.</summary>
    /// <param name="variance">Of this day.</param>
    /// <param name="shock">Of this day, deviation from the mean.</param>
    public double Next(double variance, double shock) => Omega + Alpha * shock * shock + Beta * variance;
}
