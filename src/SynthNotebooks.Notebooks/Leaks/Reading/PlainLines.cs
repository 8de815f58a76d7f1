using System.Text.RegularExpressions;

namespace SynthNotebooks.Notebooks.Leaks.Reading;

/// <summary>Lines of plain text; fields stand apart by tabs, bars or two blanks, or as a name and a value.</summary>
internal static partial class PlainLines
{
    public static IReadOnlyList<ShownLine> Of(string text)
    {
        var lines = new List<ShownLine>();
        var number = 0;
        foreach (var line in Terminal().Replace(text, "").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            lines.Add(new(number, line.AsSpan().IndexOfAny("\t|:=") < 0 && !line.Contains("  ", StringComparison.Ordinal) ? [line] : [.. Between().Split(line.Trim())]));
        }
        return lines;
    }

    [GeneratedRegex(@"\t|\||\s{2,}|:\s+|\s+=\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\u001b\[[0-9;]*[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Terminal();
}
