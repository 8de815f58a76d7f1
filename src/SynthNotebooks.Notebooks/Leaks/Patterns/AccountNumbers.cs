using SynthNotebooks.Generators.Industry.Identifiers;

namespace SynthNotebooks.Notebooks.Leaks.Patterns;

/// <summary>Tells numbers of payment cards and bank accounts by length, issuer or country, and check digits.</summary>
internal static class AccountNumbers
{
    // Countries of the IBAN registry with the length of their numbers (SWIFT, IBAN Registry, ISO 13616).
    private static readonly Dictionary<string, int> Lengths = (
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 "
        + "GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 "
        + "MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 "
        + "XK20")
        .Split(' ').ToDictionary(country => country[..2], country => int.Parse(country.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>Whether digits, blanks and dashes left aside, are a card's: 13 to 19, of a known issuer, with Luhn's check digit (ISO/IEC 7812-1).</summary>
    public static bool IsCard(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length is >= 13 and <= 19 && IsIssuer(digits) && CheckDigits.Of("luhn", digits[..^1]) == digits[^1..];
    }

    /// <summary>Whether a text is an IBAN of its country's length with check digits that are right (ISO 7064, modulo 97-10).</summary>
    public static bool IsIban(string text)
    {
        var iban = text.Replace(" ", "", StringComparison.Ordinal);
        if (iban.Length < 15 || !Lengths.TryGetValue(iban[..2], out var length) || iban.Length != length) return false;
        var rest = 0;
        foreach (var c in iban[4..] + iban[..4])
            rest = char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        return rest == 1;
    }

    private static bool IsIssuer(string digits)
    {
        var four = int.Parse(digits.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);
        return (digits.Length, four) switch
        {
            (13 or 16 or 19, >= 4000 and <= 4999) => true, // Visa
            (16, >= 5100 and <= 5599 or >= 2221 and <= 2720) => true, // Mastercard
            (15, >= 3400 and <= 3499 or >= 3700 and <= 3799) => true, // American Express
            (16 or 19, 6011 or >= 6440 and <= 6599) => true, // Discover
            ( >= 16 and <= 19, >= 3528 and <= 3589) => true, // JCB
            (14, >= 3000 and <= 3059 or >= 3600 and <= 3699 or >= 3800 and <= 3999) => true, // Diners Club
            _ => false,
        };
    }
}
