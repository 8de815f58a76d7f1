using SynthNotebooks.Generators.Industry.Healthcare;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

public class ComorbidityTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Theory] // the factor is a lower bound of the ratio of shares at 45 to 64 years
    [InlineData("diabetes", "hypertension", 1.7)]
    [InlineData("heart_failure", "hypertension", 1.8)]
    [InlineData("heart_failure", "diabetes", 1.7)]
    public void A_condition_is_more_common_beside_another(string condition, string other, double factor)
    {
        var (flags, others, ages) = (registry.Flags(condition), registry.Flags(other), registry.Numbers("age"));

        var with = RegistryFixture.ShareOf(i => flags[i], i => others[i] && ages[i] is >= 45 and <= 64);
        var without = RegistryFixture.ShareOf(i => flags[i], i => !others[i] && ages[i] is >= 45 and <= 64);

        Assert.True(
            with.Share + Tolerance.OfMean(with.Size, comparisons: 2) >= factor * (without.Share - Tolerance.OfMean(without.Size, comparisons: 2)),
            $"{with.Share:P2} with {other}, {without.Share:P2} without");
        Assert.True(with.Share > without.Share);
    }

    [Fact]
    public void Obesity_raises_diabetes_by_the_stated_odds_ratio()
    {
        var (diabetes, bmi) = (registry.Flags("diabetes"), registry.Numbers("bmi"));
        var (hypertension, ages) = (registry.Flags("hypertension"), registry.Numbers("age"));
        bool Alike(int i) => !hypertension[i] && ages[i] is >= 55 and <= 64;

        var obese = RegistryFixture.ShareOf(i => diabetes[i], i => bmi[i] >= 30 && Alike(i));
        var lean = RegistryFixture.ShareOf(i => diabetes[i], i => bmi[i] < 25 && Alike(i));

        // log odds ratio by the delta method; 6 standard errors fail with 2e-9
        var ratio = Math.Log(Odds(obese.Share) / Odds(lean.Share));
        var error = Math.Sqrt(Variance(obese) + Variance(lean));
        // age and smoking differ a little between the groups, which moves the crude ratio by less than 0.15
        Assert.Equal(Math.Log(4.0), ratio, 6 * error + 0.15);

        static double Odds(double share) => share / (1 - share);
        static double Variance((double Share, int Size) group) => 1 / (group.Size * group.Share * (1 - group.Share));
    }

    [Theory]
    [InlineData("hypertension")]
    [InlineData("diabetes")]
    [InlineData("heart_failure")]
    [InlineData("asthma")]
    public void Each_risk_group_has_the_size_that_the_rule_gives(string condition)
    {
        var risk = CalibratedRisk.OfTable(ConditionTable.All).Single(risk => PrevalenceTests.ColumnOf(risk.Condition) == condition);
        var (flags, bmi, ages) = (registry.Flags(condition), registry.Numbers("bmi"), registry.Numbers("age"));
        var (sexes, smoking) = (registry.Texts("sex"), registry.Texts("smoking"));
        var (hypertension, diabetes) = (registry.Flags("hypertension"), registry.Flags("diabetes"));
        var groups = new Dictionary<(int, Smoking, Conditions), (double Expected, double Observed, int Size)>();
        for (var i = 0; i < RegistryFixture.Rows; i++)
        {
            if (double.IsNaN(bmi[i]) || smoking[i] is null) continue;
            var earlier = (hypertension[i] ? Conditions.Hypertension : 0) | (diabetes[i] ? Conditions.Diabetes : 0);
            if (condition is "hypertension") earlier = 0;
            if (condition is "diabetes") earlier &= Conditions.Hypertension;
            var patient = new Patient
            {
                Sex = sexes[i] == "female" ? Sex.Female : Sex.Male,
                Age = (int)ages[i],
                Bmi = bmi[i],
                Smoking = Enum.Parse<Smoking>(smoking[i]!, ignoreCase: true),
                Conditions = earlier,
            };
            var key = (BodyMass.ClassOf(bmi[i]), patient.Smoking, earlier);
            var (expected, observed, size) = groups.GetValueOrDefault(key);
            groups[key] = (expected + risk.Probability(patient), observed + (flags[i] ? 1 : 0), size + 1);
        }

        foreach (var (key, (expected, observed, size)) in groups)
        {
            var slack = Tolerance.OfMean(size, groups.Count);
            Assert.True(Math.Abs(expected - observed) / size <= slack, $"{key}: {observed / size:P2} for {expected / size:P2} of {size}");
        }
    }
}
