using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Marginals;

public class CategoryMarginalTests
{
    private static readonly TextColumn Column = TextColumn.Of("x", ["a", "b", "b", null, "c", "c", "c"]);

    [Fact]
    public void Rare_values_give_their_share_to_the_others()
    {
        var marginal = CategoryMarginal.Of(Column, minimumCount: 2)!;

        Assert.Equal([3.0, 2.0], marginal.Masses.ToArray());
        Assert.Equal("c", marginal.Decode([0.59], [], new SplitRandom(0)).GetText(0));
        Assert.Equal("b", marginal.Decode([0.61], [], new SplitRandom(0)).GetText(0));
        Assert.Equal(1.0 / 7, marginal.MissingRate);
    }

    [Fact]
    public void Nothing_is_left_when_all_values_are_rare() => Assert.Null(CategoryMarginal.Of(Column, minimumCount: 4));

    [Fact]
    public void The_dictionary_holds_only_what_can_come_out() =>
        Assert.Equal(["c", "b"], ((TextColumn)CategoryMarginal.Of(Column, minimumCount: 2)!.Decode([0.5], [], new SplitRandom(0))).Categories);

    [Fact]
    public void Missing_rows_are_missing_in_every_kind()
    {
        Column[] columns = [Column, new BooleanColumn("x", new[] { true, false }), new Int64Column("x", new long[] { 4, 9 }), new DoubleColumn("x", new[] { 0.5, 1.5 }), new DateColumn("x", new[] { 5, 6 }), new TimestampColumn("x", new[] { 5L, 6L })];
        foreach (var column in columns)
        {
            var made = CategoryMarginal.Of(column, 1)!.Decode([0.1, 0.9], [true, false], new SplitRandom(0));
            Assert.True(made.IsNull(0) && !made.IsNull(1), column.Kind.ToString());
        }
    }
}
