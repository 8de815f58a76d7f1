namespace SynthNotebooks.Generators.Industry.Identifiers;

/// <summary>Check digits of identifiers, so that invented ones pass the checks of forms.</summary>
/// <remarks>Sources: ISO/IEC 7812-1 (Luhn), ISO/IEC 7064 (mod 11-2 and mod 97-10), Verhoeff, Error detecting decimal codes, 1969; the NPI's Luhn over 80840 before the digits.</remarks>
public static class CheckDigits
{
    private const string Steps = "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
    private static readonly int[] Moves = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    private static readonly int[] Inverses = [0, 4, 3, 2, 1, 5, 6, 7, 8, 9];

    /// <summary>The schemes by name.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["luhn", "npi", "mod11", "mod97", "verhoeff", "damm"];

    /// <summary>What follows the digits: one digit, for mod11 a digit or X, for mod97 two digits.</summary>
    /// <param name="scheme">One of <see cref="Schemes"/>.</param>
    /// <param name="digits">Digits alone.</param>
    /// <exception cref="ArgumentException">The scheme is unknown or a character is no digit.</exception>
    public static string Of(string scheme, string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        foreach (var c in digits)
            if (!char.IsAsciiDigit(c)) throw new ArgumentException($"'{c}' in '{digits}' is no digit from 0 to 9.", nameof(digits));
        return scheme switch
        {
            "luhn" => Digit(Luhn(digits)),
            "npi" => Digit(Luhn("80840" + digits)),
            "mod11" => Eleven(digits),
            "mod97" => NinetySeven(digits),
            "verhoeff" => Digit(Verhoeff(digits)),
            "damm" => Digit(DammCheckDigit.Of(digits)),
            _ => throw new ArgumentException($"There is no check '{scheme}'. Known: {string.Join(", ", Schemes)}.", nameof(scheme)),
        };
    }

    private static string Digit(int value) => ((char)('0' + value)).ToString();

    private static int Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return (10 - sum % 10) % 10;
    }

    private static string Eleven(string digits)
    {
        var product = 0;
        foreach (var c in digits) product = (product + (c - '0')) * 2 % 11;
        var check = (12 - product) % 11;
        return check == 10 ? "X" : Digit(check);
    }

    private static string NinetySeven(string digits)
    {
        var rest = 0;
        foreach (var c in digits + "00") rest = (rest * 10 + (c - '0')) % 97;
        return (98 - rest).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int Verhoeff(string digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var moved = digits[^(i + 1)] - '0';
            for (var step = 0; step < (i + 1) % 8; step++) moved = Moves[moved];
            check = Steps[check * 10 + moved] - '0';
        }
        return Inverses[check];
    }
}
