using System.Globalization;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>How wide text is, without a font at hand.</summary>
/// <remarks>
/// Advance widths of DejaVu Sans, which is as wide as or wider than the other faces of the font list, so that what fits here fits there.
/// Characters outside ASCII are taken as wide as their script usually is.
/// </remarks>
internal static class TextMeasure
{
    // Thousandths of the font size, from space to tilde.
    private static readonly short[] Regular =
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ];

    private static readonly short[] Bold =
    [
        348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
        1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
        500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
    ];

    /// <summary>Width in the unit of the size.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        var sum = 0.0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext()) sum += ElementWidth(elements.GetTextElement(), bold);
        return sum * size / 1000;
    }

    /// <summary>The text, cut at a whole character with an ellipsis where it is wider than allowed.</summary>
    public static string Fit(string text, double size, double width, bool bold = false)
    {
        if (Width(text, size, bold) <= width) return text;
        var room = width * 1000 / size - 1000; // the ellipsis
        var kept = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            room -= ElementWidth(elements.GetTextElement(), bold);
            if (room < 0) break;
            kept = elements.ElementIndex + elements.GetTextElement().Length;
        }
        return text[..kept].TrimEnd() + "…";
    }

    /// <summary>Lines no wider than allowed, broken at spaces; the last one is cut when there is more text than lines.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int mostLines, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var longer = line.Length == 0 ? words[i] : line + " " + words[i];
            if (line.Length == 0 || Width(longer, size, bold) <= width)
            {
                line = longer;
                continue;
            }
            if (lines.Count == mostLines - 1)
            {
                line += " " + string.Join(' ', words[i..]);
                break;
            }
            lines.Add(Fit(line, size, width, bold));
            line = words[i];
        }
        if (line.Length > 0) lines.Add(Fit(line, size, width, bold));
        return lines;
    }

    private static int ElementWidth(string element, bool bold)
    {
        var c = element[0];
        if (c is >= ' ' and <= '~') return (bold ? Bold : Regular)[c - ' '];
        if (c < '\u2E80') return bold ? 760 : 700; // Latin, Greek, Cyrillic, Hebrew, Arabic, symbols
        return c is >= '\uFF61' and <= '\uFFDC' ? 600 : 1100; // ideographs, Hangul, emoji
    }
}
