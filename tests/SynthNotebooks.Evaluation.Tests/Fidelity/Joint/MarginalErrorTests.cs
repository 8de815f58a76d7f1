using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity.Joint;

namespace SynthNotebooks.Evaluation.Tests.Fidelity.Joint;

public class MarginalErrorTests
{
    [Fact]
    public void Cells_are_cut_by_the_real_table()
    {
        double[] real = [.. Enumerable.Range(0, 65).Select(i => (double)i)];
        var comparison = Scores.Comparison(Table(real, "a"), Table([-5, 0, 1.9, 2.1, 64, 100, double.NaN], "b"));

        Assert.Equal([0, 0, 0, 1, 31, 31, 32], WorkloadBins.OfOther(comparison.Tables, 0).Codes(0)); // 64 / 32 = 2 a bin
        Assert.All(WorkloadBins.OfOther(comparison.Tables, 0).Codes(1), code => Assert.Equal(1, code)); // unseen
        Assert.Equal([33, 3], WorkloadBins.OfReal(comparison.Tables).Cells);
    }

    [Fact]
    public void Few_whole_numbers_keep_their_values()
    {
        double[] real = [.. Enumerable.Range(3, 20).Select(i => (double)i)];

        var comparison = Scores.Comparison(Table(real, "a"), Table([3, 4.5, 22, 30], "a"));

        Assert.Equal([0, 1, 19, 19], WorkloadBins.OfOther(comparison.Tables, 0).Codes(0));
        Assert.Equal(21, WorkloadBins.OfReal(comparison.Tables).Cells[0]);
    }

    [Theory, Seeds(5)]
    public void Errors_are_those_of_plain_counting(ulong seed)
    {
        var comparison = Scores.Comparison(Tables.Mixed(seed, 300), Tables.Mixed(seed + 50, 200, 0.3));
        var errors = MarginalErrors.Of(comparison);

        Assert.Equal(Plain(comparison, 1), errors.One!.Value, 12);
        Assert.Equal(Plain(comparison, 2), errors.Two!.Value, 12);
        Assert.Equal(Plain(comparison, 3), errors.Three!.Value, 12);
    }

    [Fact]
    public void The_k_marginal_score_is_a_thousand_for_the_same_table_and_falls_with_the_three_way_error()
    {
        DataFrame real = Tables.Mixed(1, 200), other = Tables.Mixed(2, 200);

        Assert.Equal(1000, Scores.Value("k-marginal", real, real), 9);
        Assert.Equal(1000 * (1 - Scores.Value("three-way-error", real, other)), Scores.Value("k-marginal", real, other), 9);
    }

    [Fact]
    public void Columns_with_very_many_categories_are_counted_by_the_pairs_in_use()
    {
        // 1,500 categories squared are more cells than are kept.
        string?[] Names(ulong seed) { var random = new SplitRandom(seed); return [.. Enumerable.Range(0, 4000).Select(_ => $"v{random.NextBelow(1500)}")]; }
        DataFrame Wide(ulong seed) => new(TextColumn.Of("a", Names(seed)), TextColumn.Of("b", Names(seed + 1)), TextColumn.Of("c", Names(seed + 2)));
        var comparison = Scores.Comparison(Wide(1), Wide(10));

        Assert.Equal(Plain(comparison, 3), MarginalErrors.Of(comparison).Three!.Value, 12);
    }

    [Theory]
    [InlineData(2, 2, 1)]
    [InlineData(6, 3, 20)]
    [InlineData(2, 3, 0)]
    [InlineData(24, 3, 2000)] // of 2,024
    [InlineData(400, 3, 2000)]
    public void Sets_of_columns_are_all_there_are_or_a_draw_without_repeats(int columns, int size, int expected)
    {
        var sets = ColumnCombinations.Of(columns, size, 2000, new SplitRandom(1));

        Assert.Equal(expected, sets.Select(set => string.Join(",", set)).Distinct().Count());
        Assert.All(sets, set => Assert.True(set.Zip(set.Skip(1), (a, b) => a < b).All(ascending => ascending) && set[^1] < columns));
    }

    [Fact]
    public void Missing_sizes_have_a_reason()
    {
        var table = new DataFrame(TextColumn.Of("a", ["x", "y"]), TextColumn.Of("b", ["x", "y"]));

        Assert.Contains("three columns", Scores.Of("three-way-error", table, table).Undefined, StringComparison.Ordinal);
        Assert.Equal(0, Scores.Value("two-way-error", table, table));
    }

    private static double Plain(Evaluation.Fidelity.TableComparison comparison, int size)
    {
        WorkloadBins real = WorkloadBins.OfReal(comparison.Tables), other = WorkloadBins.OfOther(comparison.Tables, 0);
        var errors = new List<double>();
        Choose([], 0);
        return errors.Average();

        void Choose(int[] chosen, int from)
        {
            if (chosen.Length == size)
            {
                Dictionary<string, double> p = Shares(real, chosen), q = Shares(other, chosen);
                errors.Add(p.Keys.Union(q.Keys).Sum(key => Math.Abs(p.GetValueOrDefault(key) - q.GetValueOrDefault(key))) / 2);
                return;
            }
            for (var i = from; i < comparison.Tables.Columns; i++) Choose([.. chosen, i], i + 1);
        }

        static Dictionary<string, double> Shares(WorkloadBins bins, int[] columns) =>
            Enumerable.Range(0, bins.Codes(0).Length).GroupBy(row => string.Join(",", columns.Select(column => bins.Codes(column)[row])))
                .ToDictionary(group => group.Key, group => (double)group.Count() / bins.Codes(0).Length);
    }

    private static DataFrame Table(double[] numbers, string category) => new(new DoubleColumn("n", numbers), TextColumn.Of("c", numbers.Select(_ => category)));
}
