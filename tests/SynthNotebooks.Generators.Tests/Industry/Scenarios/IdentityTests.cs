using System.Text.RegularExpressions;
using SynthNotebooks.Generators.Industry.Identifiers;
using SynthNotebooks.Generators.Industry.Words;

namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public partial class IdentityTests
{
    // Known numbers: the Luhn example of ISO/IEC 7812, the NPI of its standard, an ORCID, Verhoeff's 236, mod 97 of 794
    [Theory]
    [InlineData("luhn", "7992739871", "3")]
    [InlineData("npi", "123456789", "3")]
    [InlineData("mod11", "000000021825009", "7")]
    [InlineData("mod97", "794", "44")]
    [InlineData("verhoeff", "236", "3")]
    public void Check_digits_are_those_of_known_numbers(string scheme, string digits, string check) => Assert.Equal(check, CheckDigits.Of(scheme, digits));

    [Fact]
    public void Telephone_numbers_are_of_ranges_for_fiction()
    {
        var table = Worlds.Table("us: {phone: us}\nuk: {phone: uk}\nde: {phone: de}\nfr: {phone: fr}", 500);
        for (var row = 0; row < 500; row++)
        {
            Assert.Matches(@"^\(\d{3}\) 555-01\d\d$", table["us"].GetText(row));
            Assert.Matches(@"^(020 7946 0\d{3}|0113 496 0\d{3}|0121 496 0\d{3}|07700 900\d{3})$", table["uk"].GetText(row));
            Assert.Matches(@"^030 23125\d{3}$", table["de"].GetText(row));
            Assert.Matches(@"^(01 99 00|06 39 98) \d\d \d\d$", table["fr"].GetText(row));
        }
    }

    [Fact]
    public void Word_lists_have_no_repeats_and_no_addresses()
    {
        Assert.True(BuiltInWords.Names.Count >= 16);
        foreach (var name in BuiltInWords.Names)
        {
            var words = BuiltInWords.Of(name);
            Assert.True(words.Count >= 25, name);
            Assert.Equal(words.Count, words.Distinct().Count());
            Assert.All(words, word => Assert.Matches(Word(), word));
        }
    }

    [GeneratedRegex(@"^[\p{L}][\p{L} '\-]*$")]
    private static partial Regex Word();
}
