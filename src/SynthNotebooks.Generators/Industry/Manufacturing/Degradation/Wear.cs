using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Manufacturing.Degradation;

/// <summary>Increments of wear; both paths have the stated mean and variance in any span of time.</summary>
/// <remarks>Sources: Whitmore, Lifetime Data Analysis 1, 1995, doi:10.1007/BF00985762 (Wiener); van Noortwijk, Reliability Engineering and System Safety 94(1), 2009, doi:10.1016/j.ress.2007.03.019 (gamma).</remarks>
/// <param name="Path">Which process.</param>
/// <param name="Rate">Mean wear in an hour, positive.</param>
/// <param name="Spread">Standard deviation of the wear in an hour, not negative.</param>
internal readonly record struct Wear(DegradationPath Path, double Rate, double Spread)
{
    /// <summary>Wear in some hours of full load.</summary>
    public double Increment(double hours, SplitRandom random)
    {
        if (hours <= 0) return 0;
        if (Spread == 0) return Rate * hours;
        if (Path == DegradationPath.Wiener) return Rate * hours + Spread * Math.Sqrt(hours) * random.NextNormal();
        var scale = Spread * Spread / Rate;
        return Variates.Gamma(Rate * hours / scale, random) * scale;
    }
}
