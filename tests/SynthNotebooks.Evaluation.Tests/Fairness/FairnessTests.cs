using SynthNotebooks.Evaluation.Fairness;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Evaluation.Tests.Models;

namespace SynthNotebooks.Evaluation.Tests.Fairness;

public class FairnessTests
{
    [Fact]
    public void Rates_are_counted_by_group()
    {
        // Group 1: 20 rows, 10 with the favourable class, of which 8 are favoured, and 2 of the others. Group 2: 20 rows, all of the other class, 5 favoured.
        int[] groups = [.. Enumerable.Repeat(1, 20), .. Enumerable.Repeat(2, 20), 3];
        int[] truth = [.. Enumerable.Repeat(1, 10), .. new int[30], 1];
        int[] decisions = [.. Enumerable.Range(0, 10).Select(i => i < 8 ? 1 : 0), .. Enumerable.Range(0, 10).Select(i => i < 2 ? 1 : 0), .. Enumerable.Range(0, 20).Select(i => i < 5 ? 1 : 0), 1];

        var rates = GroupRates.Count(groups, decisions, truth, favourable: 1, rows: 9);

        Assert.Equal([0.5, 0.25], rates.Favoured); // the third group is too small
        Assert.Equal([0.8, null], rates.TruePositive);
        Assert.Equal([0.2, 0.25], rates.FalsePositive);
        Assert.Null(GroupRates.Spread(rates.TruePositive));
        Assert.Equal(0.05, GroupRates.Spread(rates.FalsePositive)!.Value, 1e-12);
    }

    [Fact]
    public void Bias_put_into_the_synthetic_table_shows_and_the_ceiling_has_none_of_it()
    {
        var study = Studies.Of(PredictableTables.Of(1, 800), PredictableTables.Of(2, 800, bias: 2), PredictableTables.Of(3, 800), Options("sex"));

        Assert.True(study.Score("demographic-parity") > study.Score("demographic-parity", StudyTable.Ceiling) + 0.2);
        Assert.True(study.Score("equalised-odds") > study.Score("equalised-odds", StudyTable.Ceiling) + 0.2);
        Assert.True(study.Score("disparate-impact") < study.Score("disparate-impact", StudyTable.Ceiling) - 0.2);
    }

    [Fact]
    public void A_number_is_cut_at_its_median_and_groups_that_predict_differ()
    {
        var study = Studies.Of(PredictableTables.Of(1, 400), PredictableTables.Of(2, 400), PredictableTables.Of(3, 400), Options("a"));

        Assert.True(study.Score("demographic-parity") > 0.4);
    }

    [Theory]
    [InlineData("sex", "amount", null, "is a number")]
    [InlineData("sex", "kind", null, "has 3")]
    [InlineData(null, "yes", null, "no protected column")]
    [InlineData("yes", "yes", null, "is the target")]
    [InlineData("sex", "yes", "maybe", "no class 'maybe'")]
    public void What_is_lacking_is_told(string? column, string target, string? favourable, string reason)
    {
        var options = new EvaluationOptions { Target = target, Protected = column, Favourable = favourable };

        var study = Studies.Of(PredictableTables.Of(1, 150), PredictableTables.Of(2, 150), PredictableTables.Of(3, 150), options);

        Assert.Contains(reason, study.Reason("demographic-parity"), StringComparison.Ordinal);
    }

    private static EvaluationOptions Options(string column) => new() { Target = "yes", Protected = column, Drop = ["kind", "amount"] };
}
