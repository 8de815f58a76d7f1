using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Discretisation;

public class ColumnBinsTests
{
    [Theory, Seeds(10)]
    public void A_number_inside_a_bin_decodes_to_a_cell_of_that_bin(ulong seed)
    {
        var random = new SplitRandom(seed);
        foreach (var marginal in SampleMarginals.Of(SampleMarginals.Table(seed)))
        {
            var bins = ColumnBins.Of(marginal, 2 + random.NextBelow(60));
            for (var bin = 0; bin < bins.Bins; bin++)
            {
                double[] uniforms = [bins.Interval(bin).At(0), bins.Interval(bin).Middle, bins.Interval(bin).At(Math.BitDecrement(1.0))];
                foreach (var state in bins.Encode(marginal.Decode(uniforms, [], random))) Assert.Equal(bin, state);
            }
        }
    }

    [Theory, Seeds(10)]
    public void The_shares_of_the_states_are_those_of_the_training_cells(ulong seed)
    {
        var table = SampleMarginals.Table(seed);
        var marginals = SampleMarginals.Of(table);
        for (var i = 0; i < marginals.Length; i++)
        {
            var bins = ColumnBins.Of(marginals[i], 16);
            var states = bins.Encode(table.Columns[i]);
            var known = states.Count(state => state >= 0);
            Assert.Equal(1, Enumerable.Range(0, bins.States).Sum(bins.Share), 1e-12);
            for (var state = 0; state < bins.States; state++)
                Assert.Equal(bins.Share(state), (double)states.Count(s => s == state) / known, known == table.Rows.Count ? 1e-9 : 0.02);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(5000)]
    public void There_are_no_more_bins_than_asked_for_and_they_fill_the_scale(int most)
    {
        foreach (var marginal in SampleMarginals.Of(SampleMarginals.Table(3)))
        {
            var bins = ColumnBins.Of(marginal, most);
            Assert.InRange(bins.Bins, 1, most);
            Assert.Equal(0, bins.Interval(0).Low);
            Assert.Equal(1, bins.Interval(bins.Bins - 1).High);
            for (var bin = 1; bin < bins.Bins; bin++) Assert.Equal(bins.Interval(bin - 1).High, bins.Interval(bin).Low);
        }
    }

    [Fact]
    public void A_spike_is_a_bin_of_its_own_and_the_rest_shares_the_others()
    {
        var marginals = SampleMarginals.Of(SampleMarginals.Table(1));
        var bins = ColumnBins.Of(marginals[1], 9); // nine tenths of the gains are zero
        Assert.InRange(bins.Interval(0).Width, 0.85, 0.95);
        Assert.Equal([0], ((Int64Column)marginals[1].Decode([bins.Interval(0).At(0.99999)], [], new SplitRandom(0))).Values.ToArray());
        Assert.All(Enumerable.Range(1, bins.Bins - 1), bin => Assert.InRange(bins.Interval(bin).Width, 0.001, 0.03));
    }

    [Fact]
    public void Rare_categories_are_not_known_and_missing_cells_are_a_state()
    {
        var table = SampleMarginals.Table(2);
        var bins = ColumnBins.Of(SampleMarginals.Of(table)[5], 64);
        var states = bins.Encode(table["city"]);
        for (var row = 0; row < states.Length; row++)
        {
            var text = table["city"].GetText(row);
            if (text is null) Assert.Equal(bins.MissingState, states[row]);
            else if (text.StartsWith("village", StringComparison.Ordinal)) Assert.Equal(-1, states[row]);
            else Assert.InRange(states[row], 0, bins.Bins - 1);
        }
    }

    [Fact]
    public void A_column_of_another_kind_is_rejected_by_name()
    {
        var marginals = SampleMarginals.Of(SampleMarginals.Table(1));
        Assert.Contains("price", Assert.Throws<ArgumentException>(() => ColumnBins.Of(marginals[0], 4).Encode(new DoubleColumn("price", new double[3]))).Message, StringComparison.Ordinal);
    }
}
