namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

/// <summary>When conditions begin: in the past for those who have them on the first day, at the published rate for the others.</summary>
public class WorldOnsetTests
{
    [Theory]
    [InlineData("diabetes"), InlineData("hypertension"), InlineData("asthma"), InlineData("cancer")]
    public void New_cases_come_at_the_published_rate_of_their_sex_and_age(string condition)
    {
        var rates = PublishedRates.Of(condition);
        var (years, cases) = (new double[2, rates.From.Length], new int[2, rates.From.Length]);
        foreach (var person in HealthcareCohort.Members)
        {
            if (person.Onsets[condition] is { } before && before <= person.Entry) continue; // had it already
            var (from, to, sex) = (person.AgeAt(person.Entry), person.AgeAt(person.Onsets[condition] ?? person.End), person.Sex == "female" ? 0 : 1);
            for (var i = 0; i < rates.From.Length; i++)
                years[sex, i] += Math.Max(0, Math.Min(to, i + 1 < rates.From.Length ? rates.From[i + 1] : 200) - Math.Max(from, rates.From[i]));
            if (person.Onsets[condition] is not null) cases[sex, rates.Band(to)]++;
        }

        for (var sex = 0; sex < 2; sex++)
            for (var i = 0; i < rates.From.Length; i++)
                AssertCount((sex == 0 ? rates.Women : rates.Men)[i] * years[sex, i], cases[sex, i], FormattableString.Invariant($"{condition}, {(sex == 0 ? "women" : "men")} from {rates.From[i]}"));
    }

    [Fact]
    public void Heart_failure_comes_at_the_rate_of_Rotterdam()
    {
        // 1.4 per 1,000 at 57.5 and 47.4 at 92.5, exponential between; the integral over the years at risk of each person
        var growth = Math.Log(47.4 / 1.4) / 35;
        double Cumulative(double age) => 0.0014 * Math.Exp(growth * (Math.Max(20, age) - 57.5)) / growth;
        foreach (var (low, high) in ((double, double)[])[(20, 60), (60, 70), (70, 80), (80, 90), (90, 120)])
            foreach (var (sex, factor) in ((string, double)[])[("female", 12.5 / 14.4), ("male", 17.6 / 14.4)])
            {
                var (expected, found) = (0.0, 0);
                foreach (var person in HealthcareCohort.Members)
                {
                    var onset = person.Onsets["heart_failure"];
                    if (person.Sex != sex || onset <= person.Entry) continue;
                    var (from, to) = (Math.Clamp(person.AgeAt(person.Entry), low, high), Math.Clamp(person.AgeAt(onset ?? person.End), low, high));
                    expected += factor * (Cumulative(to) - Cumulative(from));
                    if (onset is { } day && person.AgeAt(day) >= low && person.AgeAt(day) < high) found++;
                }
                AssertCount(expected, found, $"heart failure, {sex}, {low} to {high}");
            }
    }

    [Theory]
    [InlineData("diabetes"), InlineData("hypertension"), InlineData("asthma")]
    public void Who_has_a_condition_on_the_first_day_got_it_at_an_age_that_the_rates_say(string condition)
    {
        var rates = PublishedRates.Of(condition);
        var ranks = new List<double>();
        foreach (var person in HealthcareCohort.Members)
        {
            if (person.Onsets[condition] is not { } onset || onset > person.Entry || person.Born >= person.Entry) continue;
            Assert.True(onset >= person.Born);
            // given that it came before this day: uniform, when the age at onset has these hazards
            ranks.Add((1 - Math.Exp(-rates.Expected(person.Sex, 0, person.AgeAt(onset)))) / (1 - Math.Exp(-rates.Expected(person.Sex, 0, person.AgeAt(person.Entry)))));
        }

        AssertUniform(ranks, condition);
    }

    [Fact]
    public void Heart_failure_is_borne_for_as_long_as_growth_and_deaths_say()
    {
        var ranks = new List<double>();
        foreach (var person in HealthcareCohort.Members)
            if (person.Onsets["heart_failure"] is { } onset && onset <= person.Entry)
                ranks.Add((1 - Math.Exp(-0.1836 * (person.Entry - onset) / CohortMember.Year)) / (1 - Math.Exp(-0.1836 * (person.AgeAt(person.Entry) - 20))));

        AssertUniform(ranks, "heart failure");
    }

    [Theory] // odds-free check of co-morbidity among new cases: cases over those expected, with the condition and without
    [InlineData("hypertension", "diabetes", 2.0)]
    [InlineData("heart_failure", "hypertension", 3.0)]
    public void Who_has_one_condition_gets_the_next_sooner(string next, string first, double risk)
    {
        var growth = Math.Log(47.4 / 1.4) / 35;
        double Heart(double age) => 0.0014 * Math.Exp(growth * (Math.Max(20, age) - 57.5)) / growth;
        var (expected, found) = (new double[2], new int[2]);
        foreach (var person in HealthcareCohort.Members)
        {
            var onset = person.Onsets[next];
            if (onset <= person.Entry) continue;
            var (from, to, group) = (person.AgeAt(person.Entry), person.AgeAt(onset ?? person.End), person.Onsets[first] <= person.Entry ? 1 : 0);
            expected[group] += next == "hypertension" ? PublishedRates.Of(next).Expected(person.Sex, from, to) : Heart(to) - Heart(from);
            if (onset is not null) found[group]++;
        }

        var ratio = found[1] / expected[1] / (found[0] / expected[0]);
        // log of a ratio of two Poisson counts; 0.1 because the mean is kept within each age and the two groups are of different ages
        Assert.InRange(Math.Log(ratio / risk), -HealthcareWorld.Errors * Math.Sqrt(1.0 / found[0] + 1.0 / found[1]) - 0.1, HealthcareWorld.Errors * Math.Sqrt(1.0 / found[0] + 1.0 / found[1]) + 0.1);
        Assert.True(ratio > 1.3);
    }

    [Fact]
    public void Deaths_of_all_causes_together_are_as_many_as_published()
    {
        var rates = PublishedRates.Of("death");
        foreach (var (low, high) in ((double, double)[])[(0, 15), (15, 35), (35, 55), (55, 65), (65, 75), (75, 85), (85, 120)])
        {
            var (expected, found) = (0.0, 0);
            foreach (var person in HealthcareCohort.Members)
            {
                expected += rates.Expected(person.Sex, Math.Clamp(person.AgeAt(person.Entry), low, high), Math.Clamp(person.AgeAt(person.End), low, high));
                if (person.Died && person.AgeAt(person.End) >= low && person.AgeAt(person.End) < high) found++;
            }
            // a twelfth more: causes of the modules and of the rest are set to meet the table by trial
            var tolerance = HealthcareWorld.Errors * Math.Sqrt(expected) + 0.08 * expected + 1;
            Assert.True(Math.Abs(found - expected) <= tolerance, FormattableString.Invariant($"{low} to {high}: {found} deaths, expected {expected:F1} ± {tolerance:F1}"));
        }
    }

    [Fact]
    public void Onsets_of_patients_and_of_their_conditions_are_the_same()
    {
        var listed = new Dictionary<(string, string), string>();
        var (patients, conditions, days) = (HealthcareWorld.Texts("conditions", "patient_id"), HealthcareWorld.Texts("conditions", "condition"), HealthcareWorld.Texts("conditions", "onset_date"));
        for (var i = 0; i < patients.Length; i++) listed.Add((patients[i]!, conditions[i]!.Replace(' ', '_')), days[i]!);

        foreach (var condition in (string[])["diabetes", "hypertension", "asthma", "heart_failure"])
        {
            var onsets = HealthcareWorld.OfPatients(condition + "_onset");
            foreach (var (patient, flag) in HealthcareWorld.OfPatients(condition))
            {
                var onset = onsets[patient] is { Length: > 0 } day ? day : null;
                Assert.Equal(onset, listed.GetValueOrDefault((patient, condition)));
                if (flag == "true") Assert.True(string.CompareOrdinal(onset, "2019-01-01") <= 0 && onset is not null, patient);
            }
            Assert.Equal(onsets.Count(pair => pair.Value is { Length: > 0 }), listed.Keys.Count(key => key.Item2 == condition));
        }
    }

    private static void AssertCount(double expected, int found, string what)
    {
        // Poisson; a fiftieth more, because those in danger leave first and days are whole, and three cases for small counts
        var tolerance = HealthcareWorld.Errors * Math.Sqrt(expected) + 0.02 * expected + (expected > 0 ? 3 : 0);
        Assert.True(Math.Abs(found - expected) <= tolerance, FormattableString.Invariant($"{what}: {found} new cases, expected {expected:F1} ± {tolerance:F1}"));
    }

    // Dvoretzky, Kiefer and Wolfowitz with Massart's constant: strays further with probability 1e-7
    private static void AssertUniform(List<double> ranks, string what)
    {
        Assert.True(ranks.Count > 200, what);
        ranks.Sort();
        var distance = ranks.Select((rank, i) => Math.Max(Math.Abs(rank - (double)i / ranks.Count), Math.Abs(rank - (i + 1.0) / ranks.Count))).Max();
        var tolerance = Math.Sqrt(Math.Log(2 / 1e-7) / (2.0 * ranks.Count)) + 0.005; // a day of rounding
        Assert.True(distance <= tolerance, FormattableString.Invariant($"{what}: {distance:F4} off the uniform over {ranks.Count}, at most {tolerance:F4}"));
    }
}
