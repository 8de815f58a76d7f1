namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

public class OutcomeTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public void About_one_inpatient_in_seven_returns()
    {
        var (readmitted, stayed) = (registry.Flags("readmitted_30d"), Stayed());

        var (share, size) = RegistryFixture.ShareOf(i => readmitted[i], i => stayed[i]);

        Assert.Equal(1 / 7.0, share, 0.02 + Tolerance.OfMean(size));
    }

    [Theory] // each factor is a lower bound of the ratio of shares among inpatients
    [InlineData("heart_failure", 1.8)]
    [InlineData("diabetes", 1.3)]
    [InlineData("hypertension", 1.05)]
    public void A_return_can_be_learnt_from_the_conditions(string condition, double factor)
    {
        var (readmitted, flags, stayed) = (registry.Flags("readmitted_30d"), registry.Flags(condition), Stayed());

        var with = RegistryFixture.ShareOf(i => readmitted[i], i => stayed[i] && flags[i]);
        var without = RegistryFixture.ShareOf(i => readmitted[i], i => stayed[i] && !flags[i]);

        Assert.True(with.Share + Tolerance.OfMean(with.Size, 2) >= factor * (without.Share - Tolerance.OfMean(without.Size, 2)), $"{with} {without}");
        Assert.True(with.Share > without.Share);
    }

    [Fact]
    public void Medicine_follows_the_condition()
    {
        var (medication, diabetes) = (registry.Texts("medication"), registry.Flags("diabetes"));

        for (var i = 0; i < RegistryFixture.Rows; i++)
            Assert.False(medication[i] is "metformin" or "insulin" && !diabetes[i], $"row {i}");
    }

    private bool[] Stayed() => [.. registry.Numbers("admission_date").Zip(registry.Numbers("discharge_date"), (admission, discharge) => discharge > admission)];
}
