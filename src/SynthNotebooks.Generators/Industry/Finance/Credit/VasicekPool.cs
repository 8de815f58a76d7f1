using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Industry.Finance.Credit;

/// <summary>The loss of an infinitely fine pool of equal loans whose borrowers hang on one factor, in closed form.</summary>
/// <remarks>
/// A borrower defaults when √ρ·Y + √(1 − ρ)·ε falls below Φ⁻¹(PD), Y and ε standard normal. Source: Vasicek, The distribution of loan portfolio
/// value, Risk 15(12), 2002, 160–162. The expected shortfall follows by integrating the conditional default probability over the worst Y.
/// </remarks>
public sealed class VasicekPool
{
    private readonly double _threshold, _probability, _correlation;

    /// <param name="defaultProbability">Within one year; legal 1e-9 to 1 - 1e-9.</param>
    /// <param name="correlation">ρ, of the asset values of two borrowers; legal 0 to 0.999.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not legal.</exception>
    public VasicekPool(double defaultProbability, double correlation)
    {
        Require.InRange(defaultProbability, 1e-9, 1 - 1e-9);
        Require.InRange(correlation, 0, 0.999);
        (_threshold, _probability, _correlation) = (PortableMath.NormalQuantile(defaultProbability), defaultProbability, correlation);
    }

    /// <summary>Share of borrowers that default on average.</summary>
    public double Mean => _probability;

    /// <summary>Share of borrowers that default when the factor has a value.</summary>
    public double Conditional(double factor) => Conditional(_threshold, _correlation, factor);

    /// <summary>Share of borrowers that default in the level's worst years at least; rises with the level.</summary>
    /// <param name="level">E.g. 0.999; above 0 and below 1.</param>
    public double ValueAtRisk(double level) => Conditional(-PortableMath.NormalQuantile(Level(level)));

    /// <summary>Mean share of borrowers that default in the years beyond the value at risk.</summary>
    /// <param name="level">E.g. 0.999; above 0 and below 1.</param>
    public double ExpectedShortfall(double level) =>
        BivariateNormal.Cdf(_threshold, -PortableMath.NormalQuantile(Level(level)), Math.Sqrt(_correlation)) / (1 - level);

    /// <summary>Chance that the share of defaults is at most <paramref name="share"/>.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    public double Cdf(double share) =>
        PortableMath.NormalCdf((Math.Sqrt(1 - _correlation) * PortableMath.NormalQuantile(share) - _threshold) / Math.Sqrt(_correlation));

    internal static double Conditional(double threshold, double correlation, double factor) =>
        PortableMath.NormalCdf((threshold - Math.Sqrt(correlation) * factor) / Math.Sqrt(1 - correlation));

    private static double Level(double level)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "level must lie between 0 and 1.");
        return level;
    }
}
