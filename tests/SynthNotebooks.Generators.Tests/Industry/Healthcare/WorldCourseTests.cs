using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

/// <summary>How diseases go on, how measures hang together, and what a trial finds.</summary>
public class WorldCourseTests
{
    private const double Year = 365.25 * 86400;

    [Theory]
    [InlineData("diabetes", new[] { "diabetes_lifestyle", "diabetes_metformin", "diabetes_dual", "diabetes_insulin" }, new[] { 0.25, 0.45, 0.2, 0.1 })]
    [InlineData("hypertension", new[] { "pressure_lifestyle", "pressure_one_drug", "pressure_two_drugs", "pressure_three_drugs" }, new[] { 0.3, 0.35, 0.25, 0.1 })]
    [InlineData("asthma", new[] { "asthma_step_1", "asthma_step_2", "asthma_step_3", "asthma_step_4" }, new[] { 0.4, 0.3, 0.2, 0.1 })]
    public void Treatment_is_spread_over_its_steps_as_stated_on_the_first_day(string condition, string[] states, double[] shares)
    {
        var of = Conditions();
        // who got the condition later begins with the first steps, and children with insulin
        var adult = HealthcareWorld.Texts("conditions", "condition_id").Zip(HealthcareWorld.Numbers("conditions", "at_onset")).Where(pair => condition != "diabetes" || pair.Second >= 20).Select(pair => pair.First!).ToHashSet();
        var first = Stages().Where(stage => stage.Number == 1 && of[stage.Condition] == condition && adult.Contains(stage.Condition) && stage.Time == Seconds("2019-01-01")).Select(stage => stage.State).ToArray();

        Assert.True(first.Length > 300);
        for (var i = 0; i < states.Length; i++) HealthcareWorld.AssertShare(shares[i], first.Count(state => state == states[i]), first.Length, states[i]);
    }

    [Theory] // exponential stays: departures out of the years at risk are Poisson, whatever the end of the period cuts off
    [InlineData("diabetes_metformin", 4.0, "diabetes_dual", 0.9)]
    [InlineData("diabetes_dual", 5.0, "diabetes_insulin", 0.7)]
    [InlineData("pressure_three_drugs", 6.0, "pressure_two_drugs", 1.0)]
    public void A_step_lasts_and_ends_as_its_law_says(string state, double meanYears, string next, double share)
    {
        var (deaths, stages) = (HealthcareWorld.OfPatients("death_date"), Stages().ToArray());
        var (years, left, toNext) = (0.0, 0, 0);
        for (var i = 0; i < stages.Length; i++)
        {
            if (stages[i].State != state) continue;
            var died = deaths[stages[i].Patient];
            var end = stages[i].Until ?? (died is { Length: > 0 } ? Seconds(died) : Seconds("2024-01-01"));
            years += Math.Max(0, end - stages[i].Time) / Year;
            if (stages[i].Until is null || i + 1 == stages.Length || stages[i + 1].Condition != stages[i].Condition) continue;
            left++;
            if (stages[i + 1].State == next) toNext++;
        }

        // the day of death counts as a whole day, under a thousandth of a stay
        var expected = years / meanYears;
        Assert.InRange(left, expected - HealthcareWorld.Errors * Math.Sqrt(expected) - 0.002 * expected, expected + HealthcareWorld.Errors * Math.Sqrt(expected) + 0.002 * expected);
        if (share < 1) HealthcareWorld.AssertShare(share, toNext, left, $"{state} to {next}");
        else Assert.Equal(left, toNext);
    }

    [Fact]
    public void Who_dies_ends_in_that_state_and_nothing_follows()
    {
        var (deaths, causes) = (HealthcareWorld.OfPatients("death_date"), HealthcareWorld.OfPatients("cause_of_death"));
        var stages = Stages().ToArray();
        var deceased = stages.Where(stage => stage.State == "deceased").ToDictionary(stage => stage.Patient, stage => stage.Time);

        Assert.Equal(deaths.Count(death => death.Value is { Length: > 0 }), deceased.Count);
        Assert.All(deceased, death => Assert.Equal(Seconds(deaths[death.Key]!), Math.Floor(death.Value / 86400) * 86400));
        Assert.All(stages, stage => Assert.True(!deceased.TryGetValue(stage.Patient, out var end) || stage.Time <= end, stage.Patient));
        Assert.All(stages.Where(stage => stage.State == "cancer_death"), stage => Assert.Equal("cancer", causes[stage.Patient]));
    }

    [Fact]
    public void A_trial_finds_the_effect_and_the_bare_external_arm_does_not()
    {
        var (arms, baseline, week, age) = (HealthcareWorld.Texts("trial", "arm"), HealthcareWorld.Numbers("trial", "baseline"), HealthcareWorld.Numbers("trial", "week_12"), HealthcareWorld.Numbers("trial", "age_at_entry"));
        // what is left of week 12 after the regression on baseline and age that the scenario states
        var left = week.Select((value, i) => value - 0.7 * (baseline[i] - 142) - 0.05 * (age[i] - 57)).ToArray();
        double Mean(double[] values, string arm) => values.Where((_, i) => arms[i] == arm).Average();
        int Size(string arm) => arms.Count(one => one == arm);

        var error = 9 * Math.Sqrt(1.0 / Size("treated") + 1.0 / Size("control"));
        Assert.Equal(-8, Mean(left, "treated") - Mean(left, "control"), HealthcareWorld.Errors * error);
        var external = 9 * Math.Sqrt(1.0 / Size("treated") + 1.0 / Size("external"));
        Assert.Equal(-8, Mean(left, "treated") - Mean(left, "external"), HealthcareWorld.Errors * external);
        // those outside had other pressures to begin with, so bare means mislead
        Assert.True(Mean(baseline, "treated") > Mean(baseline, "external") + 1);
    }

    [Fact]
    public void Files_are_the_same_at_one_thread_and_at_four()
    {
        var scenario = EmbeddedScenarios.Load("healthcare");
        var (one, four) = (scenario.Simulate(300, new SimulationOptions { Seed = 9, Threads = 1 }), scenario.Simulate(300, new SimulationOptions { Seed = 9, Threads = 4 }));

        foreach (var table in scenario.Tables)
        {
            using var first = new MemoryStream();
            using var second = new MemoryStream();
            one[table].SaveCsv(first);
            four[table].SaveCsv(second);
            Assert.True(first.Length > 0 && first.ToArray().AsSpan().SequenceEqual(second.ToArray()), table);
        }
    }

    private static Dictionary<string, string?> Conditions() => HealthcareWorld.Texts("conditions", "condition_id").Zip(HealthcareWorld.Texts("conditions", "condition")).ToDictionary(pair => pair.First!, pair => pair.Second);

    private static IEnumerable<(string Patient, string Condition, int Number, string State, double Time, double? Until)> Stages()
    {
        var (keys, patients, conditions, states) = (HealthcareWorld.Texts("stages", "stage_id"), HealthcareWorld.Texts("stages", "patient_id"), HealthcareWorld.Texts("stages", "condition_id"), HealthcareWorld.Texts("stages", "state"));
        var (times, untils) = (HealthcareWorld.Texts("stages", "time"), HealthcareWorld.Texts("stages", "until"));
        for (var i = 0; i < keys.Length; i++)
            yield return (patients[i]!, conditions[i]!, int.Parse(keys[i]!.Split('-')[^1], CultureInfo.InvariantCulture), states[i]!, Seconds(times[i]!), untils[i] is { Length: > 0 } until ? Seconds(until) : null);
    }

    private static double Seconds(string time) => (DateTime.Parse(time, CultureInfo.InvariantCulture) - DateTime.UnixEpoch).TotalSeconds;
}
