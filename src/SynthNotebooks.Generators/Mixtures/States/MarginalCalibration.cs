namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Gives a column its marginal back after groups were shrunk: shrinkage takes states away from small groups that specialise in them.</summary>
/// <remarks>Scales states over all groups, then groups to sum 1, in turns. Source: Deming, Stephan, Ann. Math. Statist. 11(4), 1940, doi:10.1214/aoms/1177731829.</remarks>
internal static class MarginalCalibration
{
    private const int Passes = 20;

    /// <summary>Changes the groups' distributions in place.</summary>
    /// <param name="weights">Share of each group, sum 1.</param>
    /// <param name="table">The groups' distributions, one beginning at its first value.</param>
    /// <param name="groupStride">Distance of groups.</param>
    /// <param name="stateStride">Distance of states.</param>
    /// <param name="shares">The marginal's share of each state.</param>
    public static void Apply(ReadOnlySpan<float> weights, Span<float> table, int groupStride, int stateStride, ReadOnlySpan<float> shares)
    {
        var factors = new double[shares.Length];
        for (var pass = 0; pass < Passes; pass++)
        {
            Array.Clear(factors);
            for (var g = 0; g < weights.Length; g++)
                for (var s = 0; s < factors.Length; s++) factors[s] += weights[g] * table[g * groupStride + s * stateStride];
            for (var s = 0; s < factors.Length; s++) factors[s] = factors[s] > 0 ? shares[s] / factors[s] : 0;
            for (var g = 0; g < weights.Length; g++)
            {
                var sum = 0.0;
                for (var s = 0; s < factors.Length; s++) sum += table[g * groupStride + s * stateStride] * factors[s];
                if (!(sum > 0)) continue;
                for (var s = 0; s < factors.Length; s++)
                {
                    ref var value = ref table[g * groupStride + s * stateStride];
                    value = (float)(value * factors[s] / sum);
                }
            }
        }
    }
}
