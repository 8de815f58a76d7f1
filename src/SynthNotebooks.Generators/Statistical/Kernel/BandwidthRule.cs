using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Rules for the bandwidth of a normal kernel, in standard deviations of n records of d columns.</summary>
public enum BandwidthRule
{
    /// <summary>(4/(d + 2))^(1/(d + 4)) · n^(−1/(d + 4)): Silverman, Density Estimation, 1986, section 4.3.2.</summary>
    Silverman,

    /// <summary>n^(−1/(d + 4)): Scott, Multivariate Density Estimation, 1992, section 6.3.1.</summary>
    Scott,
}

/// <summary>The rules' values.</summary>
internal static class Bandwidths
{
    /// <summary>Bandwidth of numbers, in standard deviations.</summary>
    public static double OfNumbers(BandwidthRule rule, double rows, double columns)
    {
        var exponent = 1 / (columns + 4);
        var scott = PortableMath.Exp(-exponent * PortableMath.Log(rows));
        return rule == BandwidthRule.Scott ? scott : scott * PortableMath.Exp(exponent * PortableMath.Log(4 / (columns + 2)));
    }

    /// <summary>Probability that a category is drawn anew, n^(−2/(d + 4)): the rate of Li, Racine, J. Multivariate Analysis 86, 2003, doi:10.1016/S0047-259X(02)00025-8.</summary>
    public static double OfCategories(double rows, double columns) => PortableMath.Exp(-2 / (columns + 4) * PortableMath.Log(rows));
}
