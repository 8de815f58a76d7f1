using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Trials;

namespace SynthNotebooks.Evaluation.Tests.Attacks.Trials;

public class DivisionTests
{
    [Theory]
    [InlineData(100, 60, 10_000, 30)]
    [InlineData(20, 60, 10_000, 20)]
    [InlineData(100, 61, 16, 8)]
    [InlineData(100, 2, 10_000, 1)]
    public void Half_of_the_holdout_is_the_attacker_s_and_the_groups_are_equal_and_disjoint(int train, int holdout, int most, int expected)
    {
        var tables = AlignedTables.Of(Numbered(0, train), Numbered(0, 5), Numbered(1000, holdout));

        var people = Division.Of(tables, new() { MostCandidates = most });

        Assert.Equal((expected, expected, holdout / 2), ((int)people.Members.Rows.Count, (int)people.Others.Rows.Count, (int)people.Reference!.Rows.Count));
        Assert.All(people.Members.Columns[0].ToNumbers(), number => Assert.InRange(number, 0, train - 1));
        double[] held = [.. people.Others.Columns[0].ToNumbers(), .. people.Reference.Columns[0].ToNumbers()];
        Assert.Equal(held.Length, held.Distinct().Count());
        Assert.All(held, number => Assert.InRange(number, 1000, 1000 + holdout - 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_holdout_of_less_than_two_rows_leaves_nobody_to_compare_with(int rows)
    {
        var people = Division.Of(new(Numbered(0, 10), Numbered(0, 10), rows == 0 ? null : Numbered(50, rows)), new());

        Assert.Equal((10, 0), ((int)people.Members.Rows.Count, (int)people.Others.Rows.Count));
        Assert.Null(people.Reference);
    }

    [Fact]
    public void The_most_isolated_come_first()
    {
        var pool = new DataFrame(new DoubleColumn("x", new double[] { 0, 0.1, 0.2, 0.3, 0.4, 0.5, 9, 0.25, 4, 0.35, 0.15, 0.45 }), TextColumn.Of("t", Enumerable.Repeat("same", 12)));

        Assert.Equal([6, 8], Isolation.Order(pool, pool.InferSchema(), new(), default)[..2]);
    }

    private static DataFrame Numbered(int first, int rows) => new(new DoubleColumn("score", Enumerable.Range(first, rows).Select(i => (double)i).ToArray()));
}
