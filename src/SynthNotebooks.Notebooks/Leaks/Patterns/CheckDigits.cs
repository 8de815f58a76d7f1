namespace SynthNotebooks.Notebooks.Leaks.Patterns;

/// <summary>Check digits of payment cards and bank accounts.</summary>
internal static class CheckDigits
{
    // Countries of the IBAN registry with the length of their numbers (SWIFT, IBAN Registry, ISO 13616).
    private static readonly Dictionary<string, int> Lengths = new(StringComparer.Ordinal)
    {
        ["AD"] = 24, ["AE"] = 23, ["AL"] = 28, ["AT"] = 20, ["AZ"] = 28, ["BA"] = 20, ["BE"] = 16, ["BG"] = 22, ["BH"] = 22, ["BR"] = 29, ["BY"] = 28, ["CH"] = 21, ["CR"] = 22, ["CY"] = 28,
        ["CZ"] = 24, ["DE"] = 22, ["DK"] = 18, ["DO"] = 28, ["EE"] = 20, ["EG"] = 29, ["ES"] = 24, ["FI"] = 18, ["FO"] = 18, ["FR"] = 27, ["GB"] = 22, ["GE"] = 22, ["GI"] = 23, ["GL"] = 18,
        ["GR"] = 27, ["GT"] = 28, ["HR"] = 21, ["HU"] = 28, ["IE"] = 22, ["IL"] = 23, ["IQ"] = 23, ["IS"] = 26, ["IT"] = 27, ["JO"] = 30, ["KW"] = 30, ["KZ"] = 20, ["LB"] = 28, ["LC"] = 32,
        ["LI"] = 21, ["LT"] = 20, ["LU"] = 20, ["LV"] = 21, ["LY"] = 25, ["MC"] = 27, ["MD"] = 24, ["ME"] = 22, ["MK"] = 19, ["MR"] = 27, ["MT"] = 31, ["MU"] = 30, ["NL"] = 18, ["NO"] = 15,
        ["PK"] = 24, ["PL"] = 28, ["PS"] = 29, ["PT"] = 25, ["QA"] = 29, ["RO"] = 24, ["RS"] = 22, ["SA"] = 24, ["SC"] = 31, ["SD"] = 18, ["SE"] = 24, ["SI"] = 19, ["SK"] = 24, ["SM"] = 27,
        ["ST"] = 25, ["SV"] = 28, ["TL"] = 23, ["TN"] = 24, ["TR"] = 26, ["UA"] = 29, ["VA"] = 22, ["VG"] = 24, ["XK"] = 20,
    };

    /// <summary>Whether digits, blanks and dashes left aside, are a card's: 13 to 19, of a known issuer, with Luhn's check digit (ISO/IEC 7812-1).</summary>
    public static bool IsCard(string text)
    {
        Span<int> digits = stackalloc int[19];
        var count = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) continue;
            if (count == digits.Length) return false;
            digits[count++] = c - '0';
        }
        if (count < 13 || !IsIssuer(digits[..count])) return false;
        var sum = 0;
        for (var i = 0; i < count; i++)
        {
            var digit = digits[count - 1 - i] * (i % 2 == 1 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
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

    private static bool IsIssuer(ReadOnlySpan<int> digits)
    {
        var four = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
        return (digits.Length, four) switch
        {
            (13 or 16 or 19, >= 4000 and <= 4999) => true, // Visa
            (16, >= 5100 and <= 5599 or >= 2221 and <= 2720) => true, // Mastercard
            (15, >= 3400 and <= 3499 or >= 3700 and <= 3799) => true, // American Express
            (16 or 19, 6011 or >= 6440 and <= 6599) => true, // Discover
            (>= 16 and <= 19, >= 3528 and <= 3589) => true, // JCB
            (14, >= 3000 and <= 3059 or >= 3600 and <= 3699 or >= 3800 and <= 3999) => true, // Diners Club
            _ => false,
        };
    }
}
