using SynthNotebooks.Notebooks.Leaks;
using SynthNotebooks.Notebooks.Leaks.Patterns;

namespace SynthNotebooks.Notebooks.Tests.Leaks;

public sealed class PatternTests
{
    [Theory]
    [InlineData("write to anna.berg+x@klinik-nord.de today", "e-mail address")]
    [InlineData("call (212) 867-5309 or", "telephone number")]
    [InlineData("call 212-867-5309.", "telephone number")]
    [InlineData("+49 30 1234 5678", "telephone number")]
    [InlineData("SSN 536-22-8145", "social security number")]
    [InlineData("card 4556 7375 8689 9855", "payment card number")]
    [InlineData("4556737586899855", "payment card number")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00", "bank account number (IBAN)")]
    [InlineData("GB29NWBK60161331926819", "bank account number (IBAN)")]
    [InlineData("MRN: 00482913", "medical record number")]
    [InlineData("postgresql://me:secret@db.internal/x", "password in an address")]
    public void Forms_of_personal_data_are_found(string line, string what) => Assert.Equal([what], PatternRules.Of(line).Select(found => found.What));

    [Theory]
    [InlineData("anna@example.com, b@mail.example.org, c@host.test")] // reserved (RFC 2606)
    [InlineData("(212) 555-0142 212-555-0199")] // reserved for fiction
    [InlineData("000-12-3456 666-12-3456 900-12-3456 123-45-0000 078-05-1120")] // no such numbers
    [InlineData("4556737586899856 1234567812345678 4111111111111111")] // a wrong check digit, no issuer, a test card
    [InlineData("DE88370400440532013000 DE893704004405320130 ZZ89370400440532013000")] // wrong digits, wrong length, no country
    [InlineData("0.4556737586899855 -4556737586899855 45567375868998551234567 sha4556737586899855")]
    [InlineData("+12345.678 +1234567 2024-01-31 12:00:00 10-20-3000 1.2.3.4 3-2-1")]
    [InlineData("git@github.com:org/name.git https://host/path @decorator a@b")]
    public void What_only_looks_like_it_is_left(string line) => Assert.Empty(PatternRules.Of(line));

    [Fact]
    public void No_single_digit_can_be_changed_without_notice()
    {
        const string card = "4556737586899855", iban = "DE89370400440532013000";
        for (var i = 0; i < card.Length; i++) Assert.False(AccountNumbers.IsCard(Changed(card, i)));
        for (var i = 2; i < iban.Length; i++) Assert.False(AccountNumbers.IsIban(Changed(iban, i)));
    }

    [Fact]
    public void Forms_within_a_display_of_synthetic_data_are_left_and_within_one_of_real_data_told()
    {
        Assert.Empty(new LeakScanner().Scan("text/plain", "[synthetic data] 1 row x 1 column\nmail\nanna@klinik-nord.de\n"));
        Assert.Equal([LeakKind.Badge, LeakKind.Pattern], new LeakScanner().Scan("text/plain", "[real data] 1 row x 1 column\nmail\nanna@klinik-nord.de\n").Select(found => found.Kind));
    }

    private static string Changed(string text, int at) => text[..at] + (char)('0' + (text[at] - '0' + 1) % 10) + text[(at + 1)..];
}
