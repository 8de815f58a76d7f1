using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SynthNotebooks.Notebooks.Leaks.Records;

/// <summary>Which characters hold an atom together, and which atoms are numbers.</summary>
internal static class AtomRules
{
    private const int MostExactDigits = 15; // of a double

    /// <summary>Whether the character at a place belongs to an atom.</summary>
    public static bool Holds(string line, int i)
    {
        var c = line[i];
        if (c is >= 'a' and <= 'z' or >= '0' and <= '9' or >= 'A' and <= 'Z') return c != 'T' || !IsTimeMark(line, i);
        var before = i > 0 ? line[i - 1] : ' ';
        var after = i + 1 < line.Length ? line[i + 1] : ' ';
        return c switch
        {
            '.' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after),
            '-' => char.IsLetterOrDigit(after) && char.IsLetterOrDigit(before) || char.IsAsciiDigit(after) && !char.IsLetterOrDigit(before),
            '+' => char.IsAsciiLetter(before) && char.IsAsciiDigit(after),
            ':' or '/' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
            '@' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after),
            '_' => true,
            _ => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark,
        };
    }

    /// <summary>The shortest spelling of a number.</summary>
    public static bool TryNumber(ReadOnlySpan<char> atom, [NotNullWhen(true)] out string? spelling)
    {
        spelling = null;
        if (atom.Length == 0 || !(char.IsAsciiDigit(atom[0]) || atom[0] == '-' && atom.Length > 1 && char.IsAsciiDigit(atom[1]))) return false;
        if (atom.Length > MostExactDigits && atom.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            spelling = atom.ToString();
            return true;
        }
        if (!double.TryParse(atom, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) return false;
        spelling = (value + 0.0).ToString("R", CultureInfo.InvariantCulture);
        return true;
    }

    // The T of 2024-01-31T12:00.
    private static bool IsTimeMark(string line, int i) =>
        i >= 10 && i + 1 < line.Length && char.IsAsciiDigit(line[i - 1]) && char.IsAsciiDigit(line[i + 1]) && line[i - 3] == '-' && line[i - 6] == '-';
}
