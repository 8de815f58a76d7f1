using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>One draw from weights that are used once.</summary>
internal static class WeightedPick
{
    /// <summary>An item in proportion to its weight, never one of weight 0 when another is above.</summary>
    public static int Of(ReadOnlySpan<float> weights, SplitRandom random)
    {
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        var rest = random.NextDouble() * total;
        var last = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] > 0)) continue;
            last = i;
            rest -= weights[i];
            if (rest < 0) break;
        }
        return last;
    }
}
