using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry;

/// <summary>One of n indices, each with a chance in proportion to its weight.</summary>
internal static class WeightedChoice
{
    /// <param name="weights">Not negative, at least one positive.</param>
    /// <param name="random">One draw is taken.</param>
    public static int Of(ReadOnlySpan<double> weights, SplitRandom random)
    {
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        var left = random.NextDouble() * total;
        var last = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= 0) continue;
            last = i; // rounding may leave a crumb past the end: it belongs to the last that is possible
            left -= weights[i];
            if (left < 0) return i;
        }
        return last;
    }

    /// <summary>Sums of the weights from the start, for <see cref="OfSums"/>.</summary>
    public static double[] Sums(IEnumerable<double> weights)
    {
        var total = 0.0;
        return [.. weights.Select(weight => total += weight)];
    }

    /// <summary>The same choice for a long list that stays the same; O(log n).</summary>
    public static int OfSums(double[] sums, SplitRandom random)
    {
        var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return Math.Min(at >= 0 ? at + 1 : ~at, sums.Length - 1);
    }
}
