using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Selection.Tests.Plans;

namespace SynthNotebooks.Selection.Tests.Auto;

public class RaceTests
{
    [Fact]
    public void A_dearer_model_must_lead_by_more_than_a_tie()
    {
        var holder = SelectionPlanTests.One("cheap", 0.9);

        Assert.False(Race.Better(SelectionPlanTests.One("dear", 0.9 + 0.9 * Race.Tie), holder));
        Assert.True(Race.Better(SelectionPlanTests.One("dear", 0.9 + 1.1 * Race.Tie), holder));
    }

    [Fact]
    public void A_model_too_close_to_learnt_rows_wins_only_among_such()
    {
        CandidateResult honest = SelectionPlanTests.One("honest", 0.8), copying = SelectionPlanTests.One("copying", 0.99, 0.6), copyingLess = SelectionPlanTests.One("copying less", 0.9, 0.55);

        Assert.False(Race.Better(copying, honest));
        Assert.True(Race.Better(honest, copying));
        Assert.True(Race.Better(copyingLess, copying));
    }

    [Fact]
    public void A_share_that_few_rows_leave_open_is_not_held_against_a_model()
    {
        CandidateResult Share(double share, double error) => new("m", new Dictionary<string, string>(), CandidateStatus.Scored, [new(0.9, 0.9, share, error)]);

        Assert.True(Share(0.529, 0.001).IsEligible);
        Assert.False(Share(0.55, 0.01).IsEligible);
        Assert.True(Share(0.55, 0.02).IsEligible);
    }

    [Fact]
    public void Models_are_compared_on_the_parts_that_both_were_scored_on()
    {
        var one = SelectionPlanTests.One("one", 0.9);
        var two = one with { Folds = [.. one.Folds, new(0.1, 0.1, 0.5, 0.001)] };

        Assert.Equal(0, two.Lead(one)!.Value, 15);
    }

    [Fact]
    public void Other_settings_stay_within_what_the_models_accept()
    {
        foreach (var entry in Candidates.Catalog.Entries)
        {
            var record = OptionsRecord.Of(entry.Attribute.Options);
            var seen = new HashSet<string>();
            for (ulong i = 0; i < 100; i++)
            {
                var options = SettingSearch.Vary(record, new SplitRandom(1).Split(i));
                Assert.NotNull(Candidates.Create(entry.Id, options));
                seen.Add(string.Join(';', options));
            }
            if (record.Parameters.Any(parameter => parameter.Choices.Count > 0)) Assert.True(seen.Count > 1, entry.Id);
        }
    }

    [Fact]
    public void Candidates_are_tried_cheapest_first_and_controls_never()
    {
        var all = Candidates.Of("");

        Assert.Equal(("independent", "circuit"), (all[0], all[^1]));
        Assert.DoesNotContain("bootstrap", all);
        Assert.Equal(["independent", "copula", "circuit"], Candidates.Of("circuit, copula,independent"));
        Assert.Contains("control", Assert.Throws<ArgumentException>(() => Candidates.Of("bootstrap")).Message, StringComparison.Ordinal);
        Assert.Contains("copula", Assert.Throws<ArgumentException>(() => Candidates.Of("coupla")).Message, StringComparison.Ordinal);
        Assert.Contains("made of others", Assert.Throws<ArgumentException>(() => Candidates.Of("copula,auto")).Message, StringComparison.Ordinal);
        Assert.Contains("made of others", Assert.Throws<ArgumentException>(() => Candidates.Of("ensemble", ensembles: false)).Message, StringComparison.Ordinal);
        Assert.Contains("ensemble", all);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => Candidates.Of("copula,copula")).Message, StringComparison.Ordinal);
    }
}
