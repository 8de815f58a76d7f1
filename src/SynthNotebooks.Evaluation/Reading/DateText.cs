using System.Globalization;
using System.Text.RegularExpressions;

namespace SynthNotebooks.Evaluation.Reading;

/// <summary>ISO 8601 dates and times of day as they stand in text files, as days since 0001-01-01.</summary>
internal static partial class DateText
{
    public static bool TryParse(string text, out double days)
    {
        days = double.NaN;
        if (!Form().IsMatch(text)
            || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date))
            return false;
        days = date.Ticks / (double)TimeSpan.TicksPerDay;
        return true;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?Z?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
