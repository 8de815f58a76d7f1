namespace SynthNotebooks.Generators.Industry.Identifiers;

/// <summary>A check digit that finds every single wrong digit and every swap of two neighbours.</summary>
/// <remarks>Source: Damm, Total anti-symmetrische Quasigruppen, Marburg 2004 (doctoral thesis), the quasigroup of order 10.</remarks>
public static class DammCheckDigit
{
    private static readonly string[] Quasigroup =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    /// <summary>The check digit of a string of digits, 0 to 9.</summary>
    /// <exception cref="ArgumentException">A character is no ASCII digit.</exception>
    public static int Of(ReadOnlySpan<char> digits)
    {
        var interim = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) throw new ArgumentException($"'{digit}' in '{digits}' is no digit from 0 to 9.", nameof(digits));
            interim = Quasigroup[interim][digit - '0'] - '0';
        }
        return interim;
    }

    /// <summary>Whether the last digit is the check digit of those before it.</summary>
    /// <exception cref="ArgumentException">A character is no ASCII digit.</exception>
    public static bool IsValid(ReadOnlySpan<char> digitsWithCheck) => !digitsWithCheck.IsEmpty && Of(digitsWithCheck) == 0;
}
