using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Industry.Finance.Credit;

/// <summary>The share of an exposure that a default costs: a beta law given by its mean.</summary>
internal static class LossShare
{
    /// <param name="mean">0 to 1.</param>
    /// <param name="concentration">Sum of the law's two shapes; 0 for the mean itself.</param>
    /// <param name="random">Not touched when the share is certain.</param>
    public static double Draw(double mean, double concentration, SplitRandom random)
    {
        if (concentration == 0 || mean <= 0 || mean >= 1) return mean;
        var (lost, kept) = (Gamma(mean * concentration, random), Gamma((1 - mean) * concentration, random));
        return lost + kept > 0 ? lost / (lost + kept) : mean;
    }

    // Below shape 1 by one more draw: Stuart, J. R. Statist. Soc. B 24, 1962.
    private static double Gamma(double shape, SplitRandom random) => shape >= 1
        ? GammaVariate.Draw(shape, random)
        : GammaVariate.Draw(shape + 1, random) * PortableMath.Exp(PortableMath.Log(random.NextOpenDouble()) / shape);
}
