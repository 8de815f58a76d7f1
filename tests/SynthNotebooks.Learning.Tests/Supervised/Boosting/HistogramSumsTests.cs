using System.Runtime.Intrinsics;
using SynthNotebooks.Data;
using SynthNotebooks.Tests;

namespace SynthNotebooks.Learning.Tests.Supervised.Boosting;

public class HistogramSumsTests
{
    [Theory, Seeds(20)]
    public void Vector_sums_have_the_bits_of_the_plain_ones(ulong seed)
    {
        var random = new SplitRandom(seed);
        var codes = new byte[500];
        for (var i = 0; i < codes.Length; i++) codes[i] = (byte)random.NextBelow(17);
        int[] rows = [.. Enumerable.Range(0, codes.Length).Where(_ => random.NextBelow(3) > 0)];
        Vector256<double>[] figures = [.. rows.Select(_ => Vector256.Create(random.NextNormal(), random.NextDouble(), 1, 0))];
        Vector256<double>[] fast = new Vector256<double>[17], plain = new Vector256<double>[17];

        HistogramSums.Add(rows, figures, codes, fast);
        HistogramSums.AddPlain(rows, figures, codes, plain);

        Assert.Equal(plain, fast);
        Assert.Equal(rows.Length, fast.Sum(cell => cell[2]));
    }
}
