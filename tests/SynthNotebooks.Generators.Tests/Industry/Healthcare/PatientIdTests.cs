using System.Text.RegularExpressions;
using SynthNotebooks.Generators.Industry.Healthcare;
using SynthNotebooks.Generators.Industry.Identifiers;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

public partial class PatientIdTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact]
    public void Ids_are_distinct_and_their_check_digits_valid()
    {
        var ids = registry.Texts("patient_id");

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, AssertValid);
    }

    [Fact]
    public void Ids_stay_distinct_past_ten_million_rows()
    {
        long[] rows = [0, 1, 9_999_998, 9_999_999, 10_000_000, 10_000_001, 19_999_999, 20_000_000, 5_000_000_000];
        string[] ids = [.. rows.Select(PatientIds.Of)];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, AssertValid);
    }

    private static void AssertValid(string? id)
    {
        Assert.Matches(Format(), id);
        Assert.True(DammCheckDigit.IsValid(id!.Replace("P", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)), id);
    }

    [GeneratedRegex(@"^P-\d{7,}-\d$")]
    private static partial Regex Format();
}
