using System.Text.Json;
using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Attacks.Controls;
using SynthNotebooks.Evaluation.Attacks.Scoring;
using SynthNotebooks.Evaluation.Attacks.Trials;

namespace SynthNotebooks.Evaluation.Tests.Attacks;

/// <summary>The controls of every attack: a new attack's file is tested without touching this one.</summary>
public class AttackConformanceTests
{
    private static readonly Lazy<AttackTrial> Copy = new(() => People.Trial(1)), Disjoint = new(() => People.Trial(0));

    public static TheoryData<string> Ids => [.. AttackCatalog.Attacks.Ids];

    public static TheoryData<string> Declaring(AttackControls control) => [.. AttackCatalog.Attacks.Entries.Where(entry => entry.Attribute.Controls.HasFlag(control)).Select(entry => entry.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Every_attack_declares_controls_and_says_where_it_comes_from(string id)
    {
        var entry = People.Entry(id);

        Assert.NotEqual(AttackControls.None, entry.Attribute.Controls);
        Assert.NotEqual("", XmlDocumentation.Summary(entry.Type));
        Assert.NotEqual("", XmlDocumentation.Source(entry.Type));
        Assert.True(entry.Attribute.Kind != AttackKind.Membership || entry.Attribute.Controls.HasFlag(AttackControls.Disjoint | AttackControls.PermutedLabels), "attacks on membership must be no better than chance without a leak");
    }

    [Theory, MemberData(nameof(Declaring), AttackControls.Copy)]
    public void It_succeeds_against_a_copy_of_the_members(string id)
    {
        lock (Copy) Passes(ControlJudge.Copy(People.Entry(id), Made(Copy.Value, id), Copy.Value));
    }

    [Theory, MemberData(nameof(Declaring), AttackControls.Disjoint)]
    public void It_is_no_better_than_chance_against_a_table_of_other_people(string id)
    {
        lock (Disjoint) Passes(ControlJudge.Disjoint(People.Entry(id), Made(Disjoint.Value, id)));
    }

    [Theory, MemberData(nameof(Declaring), AttackControls.PermutedLabels)]
    public void It_is_no_better_than_chance_with_permuted_labels(string id)
    {
        lock (Copy)
        {
            var outcome = Made(Copy.Value, id);
            Passes(ControlJudge.Permuted(People.Entry(id), outcome.Scores!, outcome.Member!, seed: 7));
        }
    }

    [Theory, MemberData(nameof(Declaring), AttackControls.Baseline)]
    public void It_beats_one_who_never_saw_the_targets(string id)
    {
        lock (Copy) Passes(ControlJudge.Baseline(People.Entry(id), Made(Copy.Value, id)) ?? throw new InvalidOperationException("no baseline"));
    }

    // More copies, higher AUC; 400 against 400 records, so steps of a half stand far beyond the noise.
    [Theory, MemberData(nameof(Declaring), AttackControls.Mixtures)]
    public void It_does_better_the_more_is_copied(string id)
    {
        var areas = new[] { 0, 0.5, 1 }.Select(share => Made(People.Trial(share), id).Results[0].Membership!.Auc.Value).ToArray();

        Assert.True(areas[0] < areas[1] && areas[1] < areas[2], string.Join(", ", areas));
    }

    [Fact]
    public void The_best_attack_finds_nearly_all_of_a_copy()
    {
        lock (Copy)
            Assert.InRange(AttackCatalog.Attacks.Entries.Where(entry => entry.Attribute.Kind == AttackKind.Membership).Max(entry => Made(Copy.Value, entry.Id).Results[0].Membership!.Auc.Value), 0.95, 1);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Outcomes_do_not_depend_on_threads(string id) =>
        Assert.Equal(Told(Made(People.Trial(0.5, 5, threads: 1), id)), Told(Made(People.Trial(0.5, 5, threads: 3), id)));

    [Theory, MemberData(nameof(Ids))]
    public void A_stopped_attack_stops(string id) =>
        Assert.ThrowsAny<OperationCanceledException>(() => People.Trial(1).Run(People.Entry(id), new CancellationToken(canceled: true)));

    private static TrialResult Made(AttackTrial trial, string id)
    {
        var outcome = trial.Run(People.Entry(id), default);
        Assert.Null(outcome.Reason);
        return outcome;
    }

    private static void Passes(ControlResult control) => Assert.True(control.Passed, control.ToString());

    private static string Told(TrialResult outcome) => JsonSerializer.Serialize(outcome.Results) + string.Join(' ', outcome.Scores ?? []);
}
