using System.Text.RegularExpressions;
using SynthNotebooks.Generators.Industry.Healthcare;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

public class LimitsTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Theory]
    [InlineData("age", 18, 95)]
    [InlineData("bmi", 14, 65)]
    [InlineData("systolic_bp", 75, 220)]
    [InlineData("diastolic_bp", 40, 130)]
    [InlineData("hba1c", 4, 15)]
    [InlineData("creatinine", 0.3, 12)]
    [InlineData("egfr", 1, 200)]
    public void Every_value_is_physiologically_possible(string column, double minimum, double maximum) =>
        Assert.All(registry.Numbers(column).Where(value => !double.IsNaN(value)), value => Assert.InRange(value, minimum, maximum));

    [Fact]
    public void Diastolic_pressure_is_below_systolic_pressure_in_every_row()
    {
        var (systolic, diastolic) = (registry.Numbers("systolic_bp"), registry.Numbers("diastolic_bp"));

        for (var i = 0; i < systolic.Length; i++) Assert.True(diastolic[i] <= systolic[i] - Vitals.MinimumPulsePressure, $"row {i}");
    }

    [Fact]
    public void Nobody_is_discharged_before_the_admission()
    {
        var (admission, discharge) = (registry.Numbers("admission_date"), registry.Numbers("discharge_date"));

        for (var i = 0; i < admission.Length; i++)
        {
            Assert.InRange(admission[i], Admissions.First.DayNumber, Admissions.Last.DayNumber);
            Assert.InRange(discharge[i] - admission[i], 0, Admissions.LongestStay);
        }
    }

    [Fact]
    public void Only_diabetics_have_hba1c_from_the_limit_of_diagnosis_on()
    {
        var (hba1c, diabetes) = (registry.Numbers("hba1c"), registry.Flags("diabetes"));

        for (var i = 0; i < hba1c.Length; i++) Assert.False(hba1c[i] >= 6.5 && !diabetes[i], $"row {i}");
    }

    [Fact]
    public void Egfr_is_the_equation_applied_to_the_row()
    {
        var (egfr, creatinine, ages, sexes) = (registry.Numbers("egfr"), registry.Numbers("creatinine"), registry.Numbers("age"), registry.Texts("sex"));

        for (var i = 0; i < egfr.Length; i++)
        {
            if (double.IsNaN(egfr[i])) continue;
            var (kappa, alpha, factor) = sexes[i] == "female" ? (0.7, -0.241, 1.012) : (0.9, -0.302, 1.0);
            var exact = 142 * Math.Pow(Math.Min(creatinine[i] / kappa, 1), alpha) * Math.Pow(Math.Max(creatinine[i] / kappa, 1), -1.2)
                * Math.Pow(0.9938, ages[i]) * factor;
            Assert.Equal(exact, egfr[i], 0.5 + 1e-9);
        }
    }

    [Fact]
    public void Diagnoses_fit_the_sex_the_age_and_the_conditions()
    {
        var (codes, sexes, ages) = (registry.Texts("primary_diagnosis"), registry.Texts("sex"), registry.Numbers("age"));
        var (diabetes, heartFailure) = (registry.Flags("diabetes"), registry.Flags("heart_failure"));

        for (var i = 0; i < codes.Length; i++)
        {
            Assert.False(codes[i] == "O80" && (sexes[i] == "male" || ages[i] > 49), $"row {i}: a delivery");
            Assert.False(codes[i] == "C61" && (sexes[i] == "female" || ages[i] < 45), $"row {i}: prostate cancer");
            Assert.False(codes[i] is "E11.9" or "E11.65" && !diabetes[i], $"row {i}: diabetes");
            Assert.False(codes[i] == "I50.9" && !heartFailure[i], $"row {i}: heart failure");
            Assert.False(codes[i] == "S72.001A" && ages[i] < 50, $"row {i}: hip fracture");
        }
    }

    [Fact]
    public void Codes_have_the_format_of_icd10cm()
    {
        foreach (var diagnosis in DiagnosisTable.All)
            Assert.Matches(new Regex(@"^[A-TV-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$"), diagnosis.Code);
        Assert.Equal(DiagnosisTable.All.Length, DiagnosisTable.All.Select(diagnosis => diagnosis.Code).Distinct().Count());
        Assert.Equal(DiagnosisTable.All.Length, registry.Texts("primary_diagnosis").Distinct().Count());
    }

    [Fact]
    public void Only_the_invented_districts_occur() =>
        Assert.Equal(Regions.All.Select(region => region.Code).Order(), registry.Texts("region").Distinct().Order());
}
