using SynthNotebooks.Generators.Industry.Healthcare;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

public class PrevalenceTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    private static readonly CalibratedRisk[] Risks = CalibratedRisk.OfTable(ConditionTable.All);

    public static TheoryData<string, int, int> Bands
    {
        get
        {
            var bands = new TheoryData<string, int, int>();
            foreach (var condition in (string[])["hypertension", "diabetes", "asthma", "heart_failure"])
                foreach (var (from, to) in ((int, int)[])[(18, 29), (30, 39), (40, 49), (50, 59), (60, 69), (70, 79), (80, 95)]) bands.Add(condition, from, to);
            return bands;
        }
    }

    [Theory, MemberData(nameof(Bands))]
    public void Prevalence_by_age_and_sex_is_what_the_table_states(string condition, int from, int to)
    {
        var risk = Risks.Single(risk => ColumnOf(risk.Condition) == condition);
        var (flags, ages, sexes) = (registry.Flags(condition), registry.Numbers("age"), registry.Texts("sex"));
        foreach (var sex in Enum.GetValues<Sex>())
        {
            var rows = Enumerable.Range(0, RegistryFixture.Rows)
                .Where(i => ages[i] >= from && ages[i] <= to && sexes[i] == (sex == Sex.Female ? "female" : "male")).ToArray();
            var expected = rows.Average(i => risk.Prevalence(sex, (int)ages[i]));

            var observed = rows.Average(i => flags[i] ? 1.0 : 0);

            Assert.Equal(expected, observed, Tolerance.OfMean(rows.Length, comparisons: 2));
        }
    }

    [Theory] // published; the rules are approximations within the stated number of points
    [InlineData("hypertension", "female", 18, 39, 0.13, 0.02)]
    [InlineData("hypertension", "female", 40, 59, 0.50, 0.03)]
    [InlineData("hypertension", "female", 60, 95, 0.74, 0.03)]
    [InlineData("hypertension", "male", 18, 39, 0.31, 0.03)]
    [InlineData("hypertension", "male", 40, 59, 0.59, 0.03)]
    [InlineData("hypertension", "male", 60, 95, 0.75, 0.03)]
    [InlineData("diabetes", null, 18, 44, 0.03, 0.01)]
    [InlineData("diabetes", null, 45, 64, 0.15, 0.02)]
    [InlineData("diabetes", null, 65, 95, 0.24, 0.02)]
    [InlineData("asthma", "female", 18, 95, 0.10, 0.01)]
    [InlineData("asthma", "male", 18, 95, 0.06, 0.01)]
    [InlineData("heart_failure", null, 40, 59, 0.015, 0.005)]
    [InlineData("heart_failure", null, 60, 79, 0.06, 0.015)]
    public void Prevalence_is_near_the_published_figure(string condition, string? sex, int from, int to, double published, double points)
    {
        var (flags, ages, sexes) = (registry.Flags(condition), registry.Numbers("age"), registry.Texts("sex"));

        var (share, size) = RegistryFixture.ShareOf(i => flags[i], i => ages[i] >= from && ages[i] <= to && (sex is null || sexes[i] == sex));

        Assert.Equal(published, share, points + Tolerance.OfMean(size));
    }

    [Fact]
    public void The_calibrated_rule_averages_to_the_prevalence_of_every_age()
    {
        // A world without smokers and without weight has another prevalence: the intercept alone must not be it.
        var hypertension = Risks[0];
        var lean = new Patient { Sex = Sex.Female, Age = 60, Bmi = 22, Smoking = Smoking.Never };
        var obese = new Patient { Sex = Sex.Female, Age = 60, Bmi = 34, Smoking = Smoking.Never };

        Assert.True(hypertension.Probability(lean) < hypertension.Prevalence(Sex.Female, 60));
        Assert.True(hypertension.Probability(obese) > hypertension.Prevalence(Sex.Female, 60));
    }

    internal static string ColumnOf(Conditions condition) => condition == Conditions.HeartFailure ? "heart_failure" : condition.ToString().ToLowerInvariant();
}
