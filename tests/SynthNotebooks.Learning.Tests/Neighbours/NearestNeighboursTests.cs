using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Neighbours;

public class NearestNeighboursTests
{
    [Theory]
    [InlineData(1, 1, 0, 3, 1)]
    [InlineData(33, 2, 3, 7, 33)]
    [InlineData(500, 6, 9, 130, 5)]
    [InlineData(1000, 0, 4, 90, 3)]
    [InlineData(2049, 17, 2, 65, 1)]
    public void Neighbours_are_those_of_a_plain_search(int references, int numbers, int codes, int queries, int count)
    {
        MixedPoints points = Points(references, numbers, codes, seed: 1), asked = Points(queries, numbers, codes, seed: 2);

        var found = new NearestNeighbours(points).Find(asked, count);

        for (var query = 0; query < queries; query++)
        {
            var all = Enumerable.Range(0, references).Select(row => (Distance: Distance(asked, query, points, row), Row: row)).OrderBy(pair => pair.Distance).ThenBy(pair => pair.Row).Take(count).ToArray();
            Assert.Equal(all.Select(pair => pair.Distance), found.DistancesOf(query).ToArray());
            Assert.Equal(all.Select(pair => pair.Row), found.RowsOf(query).ToArray());
        }
    }

    [Fact]
    public void Results_do_not_depend_on_threads()
    {
        MixedPoints points = Points(3000, 4, 4, seed: 3), asked = Points(500, 4, 4, seed: 4);
        var search = new NearestNeighbours(points);

        NeighbourLists one = search.Find(asked, 4, threads: 1), two = search.Find(asked, 4, threads: 2);

        Assert.Equal(one.Distances, two.Distances);
        Assert.Equal(one.Rows, two.Rows);
    }

    [Fact]
    public void Others_leave_the_point_itself_out_and_keep_its_twins()
    {
        var points = new MixedPoints(6, [[0, 0, 0, 0, 1, 0.75f]], []);

        var others = new NearestNeighbours(points).FindOthers(points, 2);

        Assert.Equal([1, 2, 0, 2, 0, 1, 0, 1, 5, 0, 4, 0], others.Rows);
        Assert.Equal([0f, 0, 0, 0, 0, 0, 0, 0, 0.25f, 1, 0.25f, 0.75f], others.Distances);
    }

    [Fact]
    public void A_tile_gives_the_bits_of_the_plain_loop()
    {
        var points = Points(PointTiles.Points, 5, 6, seed: 5);
        var tile = PointTiles.Of(points);
        float[] query = new float[11], fast = new float[PointTiles.Points], plain = new float[PointTiles.Points];
        Points(1, 5, 6, seed: 6).CopyRow(0, query);

        Assert.True(PointTiles.Distances(tile, query, 5, float.PositiveInfinity, fast));
        PointTiles.PlainDistances(tile, query, 5, plain);

        Assert.Equal(plain, fast);
        Assert.False(PointTiles.Distances(tile, query, 5, plain.Min(), fast));
    }

    [Fact]
    public void Missing_numbers_are_near_each_other_and_one_unit_or_more_from_numbers()
    {
        double[] values = [10, 20, 30, double.NaN];
        float[] range = NumberScale.OfRange(values).Encode([10, 20, 35, double.NaN]), deviation = NumberScale.OfDeviation(values).Encode(values);

        Assert.Equal([0, 0.5f, 1, -1], range);
        Assert.Equal(0, deviation[0] + deviation[2], 6);
        Assert.Equal(1, deviation[0] - deviation[3], 6);
        Assert.Equal([-1f], NumberScale.OfRange([double.NaN]).Encode([double.NaN]));
    }

    [Fact]
    public void What_cannot_be_searched_is_told()
    {
        var points = Points(10, 1, 1, seed: 7);
        var search = new NearestNeighbours(points);

        Assert.Contains("1 to 10", Assert.Throws<ArgumentOutOfRangeException>(() => search.Find(points, 11)).Message, StringComparison.Ordinal);
        Assert.Contains("2 number", Assert.Throws<ArgumentException>(() => search.Find(Points(3, 2, 1, seed: 8))).Message, StringComparison.Ordinal);
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(() => new MixedPoints(2, [[0, float.NaN]], [])).Message, StringComparison.Ordinal);
        Assert.Contains("-3", Assert.Throws<ArgumentException>(() => new MixedPoints(1, [], [[-3]])).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<OperationCanceledException>(() => search.Find(points, cancellation: new CancellationToken(canceled: true)));
    }

    // A quarter of the numbers lie on a grid, so that there are ties.
    private static MixedPoints Points(int rows, int numbers, int codes, ulong seed)
    {
        var random = new SplitRandom(seed);
        var columns = Enumerable.Range(0, numbers).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextBelow(4) == 0 ? random.NextBelow(4) * 0.25f : (float)random.NextDouble()).ToArray()).ToArray();
        return new(rows, columns, [.. Enumerable.Range(0, codes).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextBelow(3)).ToArray())]);
    }

    private static float Distance(MixedPoints a, int i, MixedPoints b, int j)
    {
        var sum = 0f;
        for (var column = 0; column < a.Numbers.Count; column++) sum += MathF.Abs(a.Numbers[column][i] - b.Numbers[column][j]);
        for (var column = 0; column < a.Codes.Count; column++) sum += a.Codes[column][i] == b.Codes[column][j] ? 0 : 1;
        return sum / a.Columns;
    }
}
