using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Marginals;

public class NumericMarginalTests
{
    private static readonly MarginalOptions Exact = new(MinimumCount: 1, ExtremeRecords: 0);

    [Fact]
    public void Spikes_and_small_sets_of_values_keep_their_shares_exactly()
    {
        var marginal = NumericMarginal.Of(new Int64Column("x", new long[] { 0, 0, 0, 0, 0, 0, 7, 7, 9, 9 }), Exact);

        Assert.Equal([new(0, 0, 6), new(7, 7, 2), new(9, 9, 2)], marginal.Segments);
        Assert.Equal([0L, 0, 7, 9], Whole(marginal, 0, 0.59, 0.61, 0.99));
    }

    [Fact]
    public void A_common_step_and_offset_are_kept()
    {
        var marginal = NumericMarginal.Of(new Int64Column("x", Enumerable.Range(0, 2000).Select(i => 3L + 5 * (i * 7 % 1500)).ToArray()), new());

        Assert.All(Whole(marginal, [.. Enumerable.Range(0, 1000).Select(i => i / 1000.0)]), value => Assert.Equal(3, value % 5));
    }

    [Fact]
    public void The_distribution_function_is_off_by_no_more_than_a_run()
    {
        var random = new SplitRandom(1);
        var values = Enumerable.Range(0, 50_000).Select(_ => PortableMath.Exp(random.NextNormal())).ToArray();
        var marginal = NumericMarginal.Of(new DoubleColumn("x", values), new());
        var made = ((DoubleColumn)marginal.Decode([.. Enumerable.Range(0, 50_000).Select(i => (i + 0.5) / 50_000)], [], random)).Values.ToArray();
        Array.Sort(values);
        Array.Sort(made);

        for (var i = 0; i < values.Length; i += 97)
        {
            var below = Array.BinarySearch(made, values[i]) is var at && at >= 0 ? at : ~at;
            Assert.InRange((double)below / made.Length - (double)i / values.Length, -1.0 / 1000, 1.0 / 1000); // a run is 1/1024 of the records
        }
    }

    [Fact]
    public void Larger_numbers_give_larger_values()
    {
        var random = new SplitRandom(2);
        var marginal = NumericMarginal.Of(new DoubleColumn("x", Enumerable.Range(0, 999).Select(_ => Math.Round(random.NextNormal(), 1)).ToArray()), new());

        var made = ((DoubleColumn)marginal.Decode([.. Enumerable.Range(0, 5000).Select(i => i / 5000.0)], [], random)).Values.ToArray();

        Assert.Equal(made.Order(), made);
    }

    [Fact]
    public void Five_extreme_records_become_a_tail_of_the_same_mean()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => (double)i % 100), 200, 300, 400, 500, 600];
        var tail = NumericMarginal.Of(new DoubleColumn("x", values.Select(v => v + 0.25).ToArray(), new ColumnFormat(2)), new()).Segments[^1];
        var offset = 0.25;

        Assert.Equal(5, tail.Mass);
        Assert.Equal(400, offset + (tail.Start + tail.End) / 2, 100.0); // a reach of twice the mean excess over 99, cut at the largest value
    }

    [Fact]
    public void Missing_cells_and_formats_come_out()
    {
        var marginal = Marginal.Of(new DoubleColumn("x", new[] { 1.5, 2.25, double.NaN, 1.5 }, new ColumnFormat(2)), new("x", ColumnKind.Real, ColumnRole.Continuous), Exact, new SplitRandom(0));
        var made = marginal.Decode([0.1, 0.5, 0.9], [false, true, false], new SplitRandom(0));

        Assert.Equal(0.25, marginal.MissingRate);
        Assert.Equal("1.50", made.GetText(0));
        Assert.True(made.IsNull(1));
    }

    [Fact]
    public void A_guide_table_finds_what_a_scan_finds()
    {
        double[] masses = [3, 0, 5, 1e-9, 2, 0];
        var table = new CumulativeTable(masses);
        for (var i = 0; i < 1000; i++)
        {
            var u = i / 1000.0;
            var expected = 0;
            while (u >= table.Upper(expected)) expected++;
            Assert.Equal(expected, table.Find(u, out var within));
            Assert.InRange(within, 0, 1);
            Assert.True(masses[expected] > 0);
        }
    }

    private static long[] Whole(NumericMarginal marginal, params double[] uniforms) =>
        ((Int64Column)marginal.Decode(uniforms, [], new SplitRandom(0))).Values.ToArray();
}
