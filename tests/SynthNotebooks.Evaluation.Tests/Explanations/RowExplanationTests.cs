using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Explanations;

namespace SynthNotebooks.Evaluation.Tests.Explanations;

public class RowExplanationTests
{
    [Fact]
    public void A_copied_row_is_found_and_flagged_by_attacks_that_compare_rows()
    {
        DataFrame train = Table(1, 200), holdout = Table(2, 200);
        var synthetic = DataFrame.Concatenate([Table(3, 50), train.Take([77])]);

        var found = RowExplanation.Of(synthetic, 50, train, holdout, new() { ShowReal = true });

        Assert.Equal(77, found.Nearest[0].Row);
        Assert.Equal(0, found.Nearest[0].Distance);
        Assert.Equal(found.Cells, found.Nearest[0].Cells);
        Assert.Equal(0, found.HoldoutNearer);
        Assert.True(found.Flags.Single(flag => flag.Attack == "dcr").Flagged);
        Assert.Contains("repeats a real row", found.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Real_rows_stay_hidden_unless_they_are_asked_for()
    {
        var found = RowExplanation.Of(Table(3, 50), 7, Table(1, 100), Table(2, 100));

        Assert.Equal(3, found.Nearest.Count);
        Assert.All(found.Nearest, near => Assert.True(near.Row is null && near.Cells is null));
    }

    [Fact]
    public void Distances_agree_with_brute_force()
    {
        DataFrame train = Table(1, 60), synthetic = Table(3, 40), holdout = Table(2, 60);

        var found = RowExplanation.Of(synthetic, 5, train, holdout);

        var nearest = Enumerable.Range(0, 60).Min(row => Distance(synthetic, 5, train, row));
        Assert.Equal(nearest, found.Nearest[0].Distance, 1e-5);
        Assert.Equal(
            Enumerable.Range(0, 60).Count(held => Enumerable.Range(0, 60).Min(row => Distance(holdout, held, train, row)) < nearest - 1e-7) / 60.0, found.HoldoutNearer!.Value, 1e-9);

        // Ranges over all three tables, as attackers scale them.
        double Distance(DataFrame a, int i, DataFrame b, int j)
        {
            double[] all = [.. new[] { train, synthetic, holdout }.SelectMany(table => table.Columns["x"].ToNumbers())];
            return (Math.Abs(a.Columns["x"].ToNumbers()[i] - b.Columns["x"].ToNumbers()[j]) / (all.Max() - all.Min()) + (a.Columns["c"].GetText(i) == b.Columns["c"].GetText(j) ? 0 : 1)) / 2;
        }
    }

    [Fact]
    public void Without_a_holdout_there_are_no_flags_but_a_reason()
    {
        var found = RowExplanation.Of(Table(3, 50), 0, Table(1, 100));

        Assert.Empty(found.Flags);
        Assert.Contains("--holdout", found.FlagsUndefined, StringComparison.Ordinal);
        Assert.Null(found.HoldoutNearer);
    }

    [Theory, InlineData(-1), InlineData(50)]
    public void A_row_that_is_not_there_is_an_error_that_names_the_rows(int row) =>
        Assert.Contains("rows 0 to 49", Assert.Throws<EvaluationException>(() => RowExplanation.Of(Table(3, 50), row, Table(1, 100))).Message, StringComparison.Ordinal);

    private static DataFrame Table(ulong seed, int rows)
    {
        var random = new SplitRandom(seed);
        return new([
            new DoubleColumn("x", Enumerable.Range(0, rows).Select(_ => random.NextNormal()).ToArray()),
            TextColumn.Of("c", Enumerable.Range(0, rows).Select(_ => random.NextBelow(2) == 0 ? "a" : "b")),
        ]);
    }
}
