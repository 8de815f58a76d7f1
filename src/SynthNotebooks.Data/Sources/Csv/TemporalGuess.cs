using System.Text;

namespace SynthNotebooks.Data;

/// <summary>Which patterns a cell may follow, the likelier first.</summary>
internal static class TemporalGuess
{
    // Where day and month could be either way round, month first with slashes, day first with points and hyphens.
    private static readonly TemporalPattern[] Dates =
    [
        .. new[]
        {
            "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "MM/dd/yyyy", "dd/MM/yyyy", "M/d/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d.M.yyyy",
            "dd-MM-yyyy", "MM-dd-yyyy", "d-M-yyyy", "yyyy-M-d", "yyyy/M/d", "dd-MMM-yyyy", "d-MMM-yyyy", "dd MMM yyyy", "d MMM yyyy", "MMM dd yyyy", "MMM dd, yyyy", "MMM d, yyyy",
        }.Select(TemporalPattern.Compile),
    ];

    public static List<TemporalPattern> Of(ReadOnlySpan<byte> cell)
    {
        var found = new List<TemporalPattern>();
        if (cell.Length is < 8 or > 40 || !cell.ContainsAnyInRange((byte)'0', (byte)'9')) return found;
        var colon = cell.IndexOf((byte)':');
        if (colon < 0)
        {
            foreach (var date in Dates)
                if (date.TryParse(cell, out _)) found.Add(date);
            return found;
        }
        var split = cell[..colon].LastIndexOfAny((byte)' ', (byte)'T');
        if (split < 0) return found;
        foreach (var date in Dates)
        {
            if (!date.TryParse(cell[..split], out _)) continue;
            foreach (var time in Times(cell[(split + 1)..]))
            {
                var pattern = TemporalPattern.Compile(date.Text + (cell[split] == 'T' ? "'T'" : " ") + time);
                if (pattern.TryParse(cell, out _)) found.Add(pattern);
            }
        }
        return found;
    }

    // The pattern of a time of day as it is spelled here, and with a fraction of any length.
    private static List<string> Times(ReadOnlySpan<byte> time)
    {
        var text = Encoding.UTF8.GetString(time);
        var (clock, suffix) = SplitSuffix(text);
        var afternoon = suffix is " AM" or " PM";
        var zone = suffix.Length == 0 ? "" : afternoon ? " tt" : "'" + suffix + "'";
        var point = clock.IndexOf('.', StringComparison.Ordinal);
        var seconds = clock.Count(c => c == ':') == 2;
        var hours = afternoon ? new[] { "hh", "h" } : ["HH", "H"];
        var times = new List<string>();
        foreach (var hour in hours)
        {
            var minutes = hour + (seconds ? ":mm:ss" : ":mm");
            if (point >= 0 && clock.Length - point - 1 is >= 1 and <= 7 and var digits) times.Add(minutes + "." + new string('f', digits) + zone);
            else if (point < 0) times.Add(minutes + zone);
        }
        if (seconds)
            foreach (var hour in hours) times.Add(hour + ":mm:ss.FFFFFFF" + zone);
        return times;
    }

    private static (string Clock, string Suffix) SplitSuffix(string time)
    {
        var end = 0;
        while (end < time.Length && (char.IsAsciiDigit(time[end]) || time[end] is ':' or '.')) end++;
        return (time[..end], time[end..].Contains('\'', StringComparison.Ordinal) ? "?" : time[end..]);
    }
}
