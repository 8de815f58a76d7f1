using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance;

/// <summary>Poisson numbers of small mean, by inversion: one uniform number each, in time that grows with the count.</summary>
internal static class PoissonCount
{
    private const int Most = 1000; // rounding of the last chances must not end in a loop

    /// <param name="mean">0 to 100.</param>
    /// <param name="random">One draw.</param>
    public static int Draw(double mean, SplitRandom random) => Draw(mean, PortableMath.Exp(-mean), random);

    /// <param name="mean">0 to 100.</param>
    /// <param name="none">Chance of zero, exp(-mean), when it is known.</param>
    /// <param name="random">One draw.</param>
    public static int Draw(double mean, double none, SplitRandom random)
    {
        var count = 0;
        for (double left = random.NextDouble() - none, chance = none; left >= 0 && count < Most; left -= chance) chance *= mean / ++count;
        return count;
    }
}
