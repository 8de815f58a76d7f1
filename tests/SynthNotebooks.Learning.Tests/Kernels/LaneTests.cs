using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Kernels;

public class LaneTests
{
    [Theory, Seeds(20)]
    public void Loops_over_lanes_agree_with_plain_loops(ulong seed)
    {
        var random = new SplitRandom(seed);
        var n = 8 * (1 + random.NextBelow(12));
        float[] a = Draw(n), b = Draw(n), table = Draw(5 * n);
        int[] offsets = [0, 3 * n, n];

        var sums = new float[n];
        LaneSums.AddRows(a, table, offsets, sums);
        Assert.Equal([.. Enumerable.Range(0, n).Select(i => a[i] + table[i] + table[3 * n + i] + table[n + i])], sums);

        var into = (float[])b.Clone();
        StateVectors.AddScaled(a, 0.3f, into);
        Assert.Equal([.. Enumerable.Range(0, n).Select(i => b[i] + a[i] * 0.3f)], into);

        var (first, second) = (new float[n], (float[])b.Clone());
        var squares = StateVectors.AddProduct(a, b, 2, first, second);
        Assert.Equal([.. Enumerable.Range(0, n).Select(i => a[i] * b[i] * 2)], first);
        Assert.Equal(first.Sum(x => (double)x * x), squares, 1e-3);
        Assert.Equal(squares, StateVectors.Squares(first));
        Assert.Equal(first.Max(), StateVectors.Largest(first));

        float[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => (float)random.NextDouble())];
    }

    [Theory, Seeds(20)]
    public void Relative_exponentials_sum_to_the_probability_of_all(ulong seed)
    {
        var random = new SplitRandom(seed);
        float[] logs = [.. Enumerable.Range(0, 40).Select(_ => (float)(-60 * random.NextDouble() - 500))];
        var exact = logs.Max() + Math.Log(logs.Sum(x => Math.Exp(x - (double)logs.Max())));
        var sum = LaneSums.ExpRelative(logs, out var largest);
        Assert.Equal(exact, largest + Math.Log(sum), 1e-5);
        Assert.Equal(1, logs.Max());
    }
}
