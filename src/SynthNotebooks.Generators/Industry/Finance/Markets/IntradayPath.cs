using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Markets;

/// <summary>Highest and lowest point of a day between an open and a close that are given: a Brownian bridge.</summary>
/// <remarks>
/// The day is cut into parts at points of the bridge; within a part the maximum is drawn from its exact law, and so is the minimum, the two
/// independently. So each alone is exact; that a part's extremes know nothing of each other is felt little with eight parts.
/// Source of the law: Karatzas, Shreve, Brownian Motion and Stochastic Calculus, 2nd ed. 1991, section 4.3.C.
/// </remarks>
internal static class IntradayPath
{
    private const int Parts = 8;

    /// <summary>Extremes relative to the open, in log price: low at most min(0, move), high at least max(0, move).</summary>
    /// <param name="move">Log close minus log open.</param>
    /// <param name="deviation">Of the day's move, given no more than the open.</param>
    /// <param name="random">Three draws for each part.</param>
    public static (double Low, double High) Extremes(double move, double deviation, SplitRandom random)
    {
        double at = 0, low = 0, high = 0;
        var variance = deviation * deviation / Parts;
        for (var part = 0; part < Parts; part++)
        {
            var left = Parts - part; // parts to go, this one included
            var next = part == Parts - 1 ? move : at + (move - at) / left + Math.Sqrt(variance * (left - 1) / left) * random.NextNormal();
            var gap = next - at;
            high = Math.Max(high, at + (gap + Reach(gap, variance, random)) / 2);
            low = Math.Min(low, at + (gap - Reach(gap, variance, random)) / 2);
            at = next;
        }
        return (low, high);
    }

    private static double Reach(double gap, double variance, SplitRandom random) =>
        Math.Sqrt(gap * gap - 2 * variance * PortableMath.Log(random.NextOpenDouble()));
}
