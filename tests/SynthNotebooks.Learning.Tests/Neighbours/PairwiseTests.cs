using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Neighbours;

public class PairwiseTests
{
    [Theory]
    [InlineData(1, 1, 1, 0)]
    [InlineData(70, 33, 3, 2)]
    [InlineData(100, 64, 0, 5)]
    public void Means_are_those_of_plain_loops(int first, int second, int numbers, int codes)
    {
        MixedPoints a = Points(first, numbers, codes, 1), b = Points(second, numbers, codes, 2);

        var means = PairwiseMeans.Between(a, b, bandwidth: 1.5);

        double distance = 0, kernel = 0;
        for (var i = 0; i < first; i++)
        {
            for (var j = 0; j < second; j++)
            {
                var square = 0.0;
                for (var c = 0; c < numbers; c++) square += Math.Pow(a.Numbers[c][i] - (double)b.Numbers[c][j], 2);
                for (var c = 0; c < codes; c++) square += a.Codes[c][i] == b.Codes[c][j] ? 0 : 1;
                distance += Math.Sqrt(square) / first / second;
                kernel += Math.Exp(-square / (2 * 1.5 * 1.5)) / first / second;
            }
        }
        Assert.Equal(distance, means.Distance, 5);
        Assert.Equal(kernel, means.Kernel, 5);
        Assert.Equal(means, PairwiseMeans.Between(a, b, bandwidth: 1.5, threads: 1));
    }

    [Fact]
    public void The_vector_kernel_gives_the_bits_of_its_plain_twin()
    {
        MixedPoints points = Points(32, 5, 4, 3), asked = Points(1, 5, 4, 4);
        float[] query = new float[9], fast = new float[32], plain = new float[32];
        asked.CopyRow(0, query);
        var tile = PointTiles.Of(points);

        PointSquares.Distances(tile, query, 5, fast);
        PointSquares.PlainDistances(tile, query, 5, plain);

        Assert.Equal(plain, fast);
    }

    [Theory, InlineData(1), InlineData(31), InlineData(32), InlineData(200)]
    public void Balls_are_counted_with_their_edge(int references)
    {
        MixedPoints points = Points(references, 2, 2, 5), asked = Points(90, 2, 2, 6);
        var random = new SplitRandom(7);
        var radii = Enumerable.Range(0, references).Select(row => row % 3 == 0 ? Distance(asked, row % 90, points, row) : (float)random.NextDouble() / 2).ToArray();

        var counts = new NearestNeighbours(points).CountBalls(asked, radii, threads: 2);

        for (var query = 0; query < 90; query++)
            Assert.Equal(Enumerable.Range(0, references).Count(row => Distance(asked, query, points, row) <= radii[row]), counts[query]);
    }

    [Fact]
    public void Wrong_radii_and_columns_are_told()
    {
        var points = Points(3, 2, 1, 1);

        Assert.Contains("2 radii for 3 points", Assert.Throws<ArgumentException>(() => new NearestNeighbours(points).CountBalls(points, new float[2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PairwiseMeans.Between(points, Points(3, 1, 1, 1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairwiseMeans.Between(points, points, 0));
    }

    private static float Distance(MixedPoints a, int i, MixedPoints b, int j)
    {
        var sum = 0f;
        for (var c = 0; c < a.Numbers.Count; c++) sum += MathF.Abs(a.Numbers[c][i] - b.Numbers[c][j]);
        for (var c = 0; c < a.Codes.Count; c++) sum += a.Codes[c][i] == b.Codes[c][j] ? 0 : 1;
        return sum / a.Columns;
    }

    private static MixedPoints Points(int rows, int numbers, int codes, ulong seed)
    {
        var random = new SplitRandom(seed);
        return new(
            rows, [.. Enumerable.Range(0, numbers).Select(_ => Enumerable.Range(0, rows).Select(_ => (float)random.NextNormal()).ToArray())],
            [.. Enumerable.Range(0, codes).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextBelow(3)).ToArray())]);
    }
}
