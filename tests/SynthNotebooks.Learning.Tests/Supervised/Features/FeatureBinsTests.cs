using SynthNotebooks.Data;
using SynthNotebooks.Tests;

namespace SynthNotebooks.Learning.Tests.Supervised.Features;

public class FeatureBinsTests
{
    [Fact]
    public void Few_distinct_numbers_keep_a_bin_each_and_missing_has_its_own()
    {
        var column = FeatureColumn.OfNumbers("x", [3, 1, double.NaN, 2, 3]);

        var coded = FeatureBins.Of(column).Encode(FeatureColumn.OfNumbers("x", [1, 1.4, 1.6, 2, 3, 99, -99, double.NaN]));

        Assert.Equal(new byte[] { 0, 0, 1, 1, 2, 2, 0, 3 }, coded.Codes);
        Assert.Equal(4, coded.States);
    }

    [Theory, Seeds(20)]
    public void Many_numbers_are_cut_in_order_into_bins_of_like_size(ulong seed)
    {
        var random = new SplitRandom(seed);
        var numbers = new double[5000];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = random.NextNormal();

        var codes = FeatureBins.Of(FeatureColumn.OfNumbers("x", numbers), 50).Encode(FeatureColumn.OfNumbers("x", numbers)).Codes;

        Assert.All(codes.GroupBy(code => code), bin => Assert.InRange(bin.Count(), 99, 101));
        Array.Sort(numbers, codes);
        Assert.Equal(codes.Order(), codes);
    }

    [Fact]
    public void Rare_categories_beyond_the_limit_and_unseen_ones_share_the_last_state()
    {
        var bins = FeatureBins.Of(FeatureColumn.OfCategories("c", [0, 0, 0, 1, 1, 2, -1, -1], 4), 3);

        var coded = bins.Encode(FeatureColumn.OfCategories("c", [0, 1, -1, 2, 3, 8], 9));

        Assert.Equal(new byte[] { 0, 2, 1, 3, 3, 3 }, coded.Codes); // missing is as frequent as 1 and stands before it
    }
}
