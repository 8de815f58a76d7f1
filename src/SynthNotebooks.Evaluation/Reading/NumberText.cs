using System.Globalization;

namespace SynthNotebooks.Evaluation.Reading;

/// <summary>Numbers as they stand in text files.</summary>
internal static class NumberText
{
    /// <summary>Decimal and exponent notation and spelled infinities; «nan» is no number.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        text = text.Trim();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return !double.IsNaN(value);
        var magnitude = text is ['+' or '-', .. var rest] ? rest : text;
        if (!magnitude.Equals("inf", StringComparison.OrdinalIgnoreCase)) return false;
        value = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        return true;
    }

    /// <summary>One spelling for equal numbers.</summary>
    public static string Canonical(double value) => value == 0 ? "0" : value.ToString("R", CultureInfo.InvariantCulture);
}
