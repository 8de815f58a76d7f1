namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

public class WorldPrevalenceTests
{
    private static readonly (string Sex, int From, int To, double Share)[] Hypertension =
        [("female", 0, 18, 0), ("female", 18, 40, 0.130), ("female", 40, 60, 0.499), ("female", 60, 120, 0.739), ("male", 0, 18, 0), ("male", 18, 40, 0.312), ("male", 40, 60, 0.594), ("male", 60, 120, 0.752)];

    private static readonly (string Sex, int From, int To, double Share)[] Diabetes =
        [("female", 0, 20, 0.0022), ("female", 20, 40, 0.030), ("female", 40, 60, 0.153), ("female", 60, 120, 0.237), ("male", 0, 20, 0.0022), ("male", 20, 40, 0.040), ("male", 40, 60, 0.202), ("male", 60, 120, 0.311)];

    private static readonly (string Sex, int From, int To, double Share)[] HeartFailure =
        [("female", 0, 20, 0), ("female", 20, 40, 0.002), ("female", 40, 60, 0.017), ("female", 60, 80, 0.048), ("female", 80, 120, 0.120), ("male", 0, 20, 0), ("male", 20, 40, 0.003), ("male", 40, 60, 0.012), ("male", 60, 80, 0.069), ("male", 80, 120, 0.128)];

    private static readonly (string Sex, int From, int To, double Share)[] Asthma =
        [("female", 0, 5, 0.018), ("female", 5, 15, 0.062), ("female", 15, 20, 0.084), ("female", 20, 25, 0.106), ("female", 25, 35, 0.087), ("female", 35, 65, 0.104), ("female", 65, 120, 0.094), ("male", 0, 5, 0.021), ("male", 5, 15, 0.091), ("male", 15, 20, 0.097), ("male", 20, 25, 0.084), ("male", 25, 35, 0.070), ("male", 35, 65, 0.060), ("male", 65, 120, 0.046)];

    public static TheoryData<string> Conditions => ["hypertension", "diabetes", "heart_failure", "asthma"];

    [Theory, MemberData(nameof(Conditions))]
    public void Prevalence_by_sex_and_age_is_the_published_one(string condition)
    {
        var (flags, patients) = (HealthcareWorld.Flags("patients", condition), Patients());
        foreach (var (sex, from, to, share) in Table(condition))
        {
            var group = Enumerable.Range(0, patients.Length).Where(i => patients[i].Sex == sex && patients[i].Age >= from && patients[i].Age < to).ToArray();

            Assert.NotEmpty(group);
            if (share == 0) Assert.DoesNotContain(group, i => flags[i]);
            else HealthcareWorld.AssertShare(share, group.Count(i => flags[i]), group.Length, $"{condition}, {sex}, {from} to {to}");
        }
    }

    [Theory]
    [InlineData("hypertension", "diabetes", 3.5)]
    [InlineData("heart_failure", "hypertension", 3.0)]
    public void Two_conditions_come_together_by_the_stated_odds_ratio(string one, string other, double odds)
    {
        var (patients, first, second) = (Patients(), HealthcareWorld.Flags("patients", one), HealthcareWorld.Flags("patients", other));
        var (expected, variance, found, independent) = (0.0, 0.0, 0, 0.0);
        for (var i = 0; i < patients.Length; i++)
        {
            var (p, q) = (Share(one, patients[i]), Share(other, patients[i]));
            if (p == 0 || q == 0) continue;
            // the one share of both whose table of four has this odds ratio, found by halving
            var (low, high) = (Math.Max(0, p + q - 1), Math.Min(p, q));
            for (var step = 0; step < 100; step++)
            {
                var middle = (low + high) / 2;
                if (middle * (1 - p - q + middle) < odds * (p - middle) * (q - middle)) low = middle;
                else high = middle;
            }
            expected += low;
            variance += low * (1 - low);
            independent += p * q;
            if (first[i] && second[i]) found++;
        }

        Assert.InRange(found, expected - HealthcareWorld.Errors * Math.Sqrt(variance), expected + HealthcareWorld.Errors * Math.Sqrt(variance));
        Assert.True(expected > independent);
    }

    private static (string Sex, double Age)[] Patients()
    {
        var (sexes, ages, born) = (HealthcareWorld.Texts("patients", "sex"), HealthcareWorld.Numbers("patients", "age"), HealthcareWorld.Texts("patients", "birth_date"));
        // who is born later begins without conditions and is no one of these groups
        return [.. sexes.Select((sex, i) => (sex!, string.CompareOrdinal(born[i], "2019-01-01") < 0 ? ages[i] : double.NaN))];
    }

    private static double Share(string condition, (string Sex, double Age) patient) =>
        Table(condition).FirstOrDefault(row => row.Sex == patient.Sex && patient.Age >= row.From && patient.Age < row.To).Share;

    private static (string Sex, int From, int To, double Share)[] Table(string condition) => condition switch
    {
        "hypertension" => Hypertension,
        "diabetes" => Diabetes,
        "heart_failure" => HeartFailure,
        _ => Asthma,
    };
}
