using System.Globalization;
using System.Text.RegularExpressions;

namespace SynthNotebooks.Contracts;

/// <summary>The range that an option's documentation states in the words <c>legal A to B</c>.</summary>
internal static partial class LegalRange
{
    /// <summary>Its ends; null when the text states none.</summary>
    public static (double Minimum, double Maximum)? In(string text)
    {
        var match = Words().Match(text);
        return match.Success ? (Number(match.Groups[1].Value), Number(match.Groups[2].Value)) : null;

        static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\blegal (-?[0-9][0-9_.eE+-]*?) to (-?[0-9](?:[0-9.]*[0-9])?(?:[eE][+-]?[0-9]+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
