using SynthNotebooks.Generators.Industry.Identifiers;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Numbers of patients: <c>P-</c>, seven digits, <c>-</c> and a check digit, e.g. <c>P-0001234-0</c>.</summary>
/// <remarks>
/// The digits are a permutation of the row numbers, so that ids are distinct and tell nothing of the order of entry. After ten million rows
/// an eighth digit goes in front.
/// </remarks>
internal static class PatientIds
{
    private const long Block = 10_000_000;
    private const long Multiplier = 6_180_339; // coprime with 10: n ↦ Multiplier · n + Offset permutes the residues of Block
    private const long Offset = 2_718_281;

    public static string Of(long row)
    {
        var number = row / Block * Block + (row % Block * Multiplier + Offset) % Block;
        Span<char> digits = stackalloc char[19];
        number.TryFormat(digits, out var length, "D7", System.Globalization.CultureInfo.InvariantCulture);
        return $"P-{digits[..length]}-{DammCheckDigit.Of(digits[..length])}";
    }
}
