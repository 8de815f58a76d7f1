using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Sampling;

public class AliasTablesTests
{
    [Theory, Seeds(10)]
    public void Items_come_out_in_proportion_to_their_weights(ulong seed)
    {
        const int draws = 100_000;
        var random = new SplitRandom(seed);
        float[] weights = [.. Enumerable.Range(0, 1 + random.NextBelow(50)).Select(_ => random.NextBelow(3) == 0 ? 0 : (float)random.NextDouble())];
        weights[0] += 0.01f;
        var tables = new AliasTables(3, weights.Length);
        var total = tables.Set(1, weights);
        var counts = new int[weights.Length];
        for (var i = 0; i < draws; i++) counts[tables.Draw(1, random.NextUInt64())]++;

        Assert.Equal(weights.Sum(w => (double)w), total, 1e-9);
        // Hoeffding with a union over items and seeds: fails with less than 1e-6
        var slack = Math.Sqrt(Math.Log(2 * 50 * 10 / 1e-6) / (2.0 * draws));
        for (var i = 0; i < weights.Length; i++)
        {
            Assert.InRange((double)counts[i] / draws, weights[i] / total - slack, weights[i] / total + slack);
            if (weights[i] == 0) Assert.Equal(0, counts[i]);
        }
    }

    [Fact]
    public void Without_any_weight_the_sum_is_zero() => Assert.Equal(0, new AliasTables(1, 3).Set(0, [0, 0, 0]));
}
