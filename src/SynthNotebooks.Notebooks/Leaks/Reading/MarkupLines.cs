using System.Net;
using System.Text;

namespace SynthNotebooks.Notebooks.Leaks.Reading;

/// <summary>Text, attribute values, comments and scripts of HTML and SVG, sound or not, a line a block or table row.</summary>
internal static class MarkupLines
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase) { "span", "b", "i", "u", "em", "strong", "code", "a", "sub", "sup", "mark", "font", "tspan", "abbr", "kbd", "s" };

    // Geometry and looks: numbers that are no values of a table.
    private static readonly HashSet<string> Drawn = new(StringComparer.OrdinalIgnoreCase)
    {
        "d", "points", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height", "viewbox", "transform", "fill", "opacity", "style", "class", "id", "xmlns", "role", "scope",
        "align", "offset", "colspan", "rowspan", "max", "min", "lang", "version", "preserveaspectratio", "patternunits", "patterntransform", "clip-path", "aria-labelledby", "text-anchor", "cellspacing", "cellpadding", "border",
    };

    private static readonly string[] DrawnStarts = ["stroke", "font-", "fill-", "marker", "gradient", "dominant-"];

    public static IReadOnlyList<ShownLine> Of(string markup)
    {
        var lines = new List<ShownLine>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, started, preformatted) = (1, 1, false);
        for (var i = 0; i < markup.Length;)
        {
            var open = markup.IndexOf('<', i);
            if (open < 0) open = markup.Length;
            Text(markup[i..open]);
            if (open == markup.Length) break;
            var comment = string.CompareOrdinal(markup, open, "<!--", 0, 4) == 0;
            var end = comment ? markup.IndexOf("-->", open, StringComparison.Ordinal) : EndOfTag(markup, open);
            if (end < 0) end = markup.Length - 1;
            else if (comment) end += 2;
            var tag = markup.AsSpan(open, end - open + 1);
            if (comment) Alone(markup[open..(end + 1)]);
            else Tag(tag);
            line += tag.Count('\n');
            i = end + 1;
        }
        EndLine();
        return lines;

        void Text(string raw)
        {
            if (preformatted) Alone(WebUtility.HtmlDecode(raw));
            else field.Append(WebUtility.HtmlDecode(raw).Replace('\n', ' '));
            line += raw.AsSpan().Count('\n');
        }

        void Tag(ReadOnlySpan<char> tag)
        {
            var closes = tag.Length > 1 && tag[1] == '/';
            var rest = tag[(closes ? 2 : 1)..].TrimEnd('>').TrimEnd('/');
            var length = rest.IndexOfAny(" \t\r\n");
            var name = (length < 0 ? rest : rest[..length]).ToString();
            if (name.ToUpperInvariant() is "PRE" or "SCRIPT" or "STYLE" or "TEXTAREA") preformatted = !closes;
            if (name.Equals("tr", StringComparison.OrdinalIgnoreCase)) EndLine();
            else if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase)) EndField(keepEmpty: closes);
            else if (name.Equals("br", StringComparison.OrdinalIgnoreCase) || name.Equals("small", StringComparison.OrdinalIgnoreCase)) field.Append(' ');
            else if (!Inline.Contains(name)) EndLine();
            if (length >= 0) Attributes(rest[length..].ToString());
        }

        void Attributes(string text)
        {
            foreach (var (name, value) in MarkupAttributes.Of(text))
                if (!Drawn.Contains(name) && !DrawnStarts.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))) Alone(WebUtility.HtmlDecode(value));
        }

        void Alone(string text)
        {
            if (!string.IsNullOrWhiteSpace(text)) lines.AddRange(PlainLines.Of(text).Select(inner => inner with { Number = line + inner.Number - 1 }));
        }

        void EndField(bool keepEmpty = false)
        {
            var text = field.ToString().Trim();
            field.Clear();
            if (fields.Count == 0) started = line;
            if (keepEmpty || text.Length > 0) fields.Add(text);
        }

        void EndLine()
        {
            EndField();
            if (fields.Any(text => text.Length > 0)) lines.Add(new(started, [.. fields]));
            fields.Clear();
        }
    }

    // A '>' within quotes does not end a tag.
    private static int EndOfTag(string markup, int open)
    {
        var quote = '\0';
        for (var i = open + 1; i < markup.Length; i++)
        {
            var c = markup[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && markup[i - 1] == '=') quote = c;
            else if (c == '>') return i;
        }
        return -1;
    }
}
