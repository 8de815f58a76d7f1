namespace SynthNotebooks.Privacy.Deidentification;

/// <summary>Vehicle identification numbers by their check digit.</summary>
/// <remarks>Source: 49 CFR 565.15 (c).</remarks>
internal static class VehicleNumber
{
    private const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ", Values = "12345678123457923456789";
    private static readonly int[] Weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    public static bool IsValid(string text)
    {
        if (text.Length != Weights.Length) return false;
        var sum = 0;
        var anyLetter = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = Letters.IndexOf(char.ToUpperInvariant(text[i]), StringComparison.Ordinal);
            if (letter < 0 && !char.IsAsciiDigit(text[i])) return false;
            anyLetter |= letter >= 0;
            sum += Weights[i] * (letter >= 0 ? Values[letter] - '0' : text[i] - '0');
        }
        return anyLetter && char.ToUpperInvariant(text[8]) == (sum % 11 == 10 ? 'X' : (char)('0' + sum % 11));
    }
}
