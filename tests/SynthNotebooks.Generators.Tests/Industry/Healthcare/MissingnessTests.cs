using SynthNotebooks.Generators.Industry.Healthcare;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

public class MissingnessTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    private static readonly string[] Complete =
    [
        "patient_id", "sex", "age", "region", "systolic_bp", "diastolic_bp", "diabetes", "hypertension", "asthma", "heart_failure",
        "primary_diagnosis", "medication", "admission_date", "discharge_date", "readmitted_30d",
    ];

    [Theory] // completely at random: the same share in the sick and in the others
    [InlineData("smoking", Missingness.Smoking)]
    [InlineData("creatinine", Missingness.Kidney)]
    public void Some_cells_are_missing_completely_at_random(string column, double rate)
    {
        var (cells, diabetes, readmitted) = (registry.Table[column], registry.Flags("diabetes"), registry.Flags("readmitted_30d"));
        foreach (var group in (Func<int, bool>[])[_ => true, i => diabetes[i], i => !diabetes[i], i => readmitted[i], i => !readmitted[i]])
        {
            var (share, size) = RegistryFixture.ShareOf(cells.IsNull, group);
            Assert.Equal(rate, share, Tolerance.OfMean(size, comparisons: 5));
        }
    }

    [Fact]
    public void Hba1c_is_measured_by_condition()
    {
        var (hba1c, diabetes, hypertension) = (registry.Table["hba1c"], registry.Flags("diabetes"), registry.Flags("hypertension"));

        AssertShare(Missingness.Hba1cInDiabetes, i => diabetes[i]);
        AssertShare(Missingness.Hba1cInHypertension, i => !diabetes[i] && hypertension[i]);
        AssertShare(Missingness.Hba1cInOthers, i => !diabetes[i] && !hypertension[i]);

        void AssertShare(double expected, Func<int, bool> group)
        {
            var (share, size) = RegistryFixture.ShareOf(hba1c.IsNull, group);
            Assert.Equal(expected, share, Tolerance.OfMean(size, comparisons: 3));
        }
    }

    [Fact]
    public void Body_mass_is_missing_more_often_in_those_who_stayed()
    {
        var (bmi, admission, discharge) = (registry.Table["bmi"], registry.Numbers("admission_date"), registry.Numbers("discharge_date"));

        var stayed = RegistryFixture.ShareOf(bmi.IsNull, i => discharge[i] > admission[i]);
        var left = RegistryFixture.ShareOf(bmi.IsNull, i => discharge[i] == admission[i]);

        Assert.Equal(Missingness.BmiOfInpatients, stayed.Share, Tolerance.OfMean(stayed.Size, comparisons: 2));
        Assert.Equal(Missingness.BmiOfOutpatients, left.Share, Tolerance.OfMean(left.Size, comparisons: 2));
    }

    [Fact]
    public void Egfr_is_missing_exactly_where_creatinine_is()
    {
        for (var i = 0; i < RegistryFixture.Rows; i++) Assert.Equal(registry.Table["creatinine"].IsNull(i), registry.Table["egfr"].IsNull(i));
    }

    [Fact]
    public void The_other_columns_are_complete() => Assert.All(Complete, column => Assert.Equal(0, registry.Table[column].NullCount));
}
