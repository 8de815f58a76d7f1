using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Where a text begins, ends or is centred.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>Draws shapes and text into an SVG document. The same calls give the same bytes.</summary>
/// <remarks>
/// No script, style sheet, link or foreign object is ever written, and all text passes the encoder. Ids begin with a hash of the drawing, so that
/// several drawings can stand in one page.
/// </remarks>
internal sealed class SvgCanvas
{
    private const char IdMark = '\uE000'; // stands for the hash until it is known; the encoder lets none through from data
    private const string Fonts = "Inter, 'Segoe UI', Helvetica, Arial, 'DejaVu Sans', sans-serif";
    private const double MostFixed = 900; // pixels

    private readonly StringBuilder _body = new();
    private readonly StringBuilder _definitions = new();
    private readonly Dictionary<string, string> _hatches = new(StringComparer.Ordinal);

    /// <summary>Whether shapes get tooltips; without them a drawing is smaller.</summary>
    public bool Tooltips { get; init; } = true;

    /// <summary>A number with at most two decimals.</summary>
    public static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    public void Rectangle(Box box, string fill, double radius = 0, string? stroke = null, double strokeWidth = 1, string? title = null)
    {
        _body.Append("<rect x=\"").Append(Number(box.X)).Append("\" y=\"").Append(Number(box.Y)).Append("\" width=\"").Append(Number(Math.Max(0, box.Width)))
            .Append("\" height=\"").Append(Number(Math.Max(0, box.Height))).Append('"');
        if (radius > 0) _body.Append(" rx=\"").Append(Number(radius)).Append('"');
        Paint(fill, stroke, strokeWidth, null);
        Close("rect", title);
    }

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1, string? dash = null)
    {
        _body.Append("<line x1=\"").Append(Number(x1)).Append("\" y1=\"").Append(Number(y1)).Append("\" x2=\"").Append(Number(x2)).Append("\" y2=\"").Append(Number(y2)).Append('"');
        Paint("none", stroke, width, dash);
        Close("line", null);
    }

    /// <summary>Straight lines through points.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string fill, string? stroke = null, double width = 1, string? dash = null, bool closed = false, string? title = null)
    {
        _body.Append("<path d=\"");
        var first = true;
        foreach (var (x, y) in points)
        {
            _body.Append(first ? 'M' : 'L').Append(Number(x)).Append(' ').Append(Number(y));
            first = false;
        }
        _body.Append(closed ? "Z\"" : "\"");
        Paint(fill, stroke, width, dash);
        if (stroke is not null) _body.Append(" stroke-linejoin=\"round\"");
        Close("path", title);
    }

    /// <summary>Round dots of one colour, each in a few bytes.</summary>
    public void Dots(IEnumerable<(double X, double Y)> points, double radius, string fill)
    {
        _body.Append("<path d=\"");
        foreach (var (x, y) in points) _body.Append('M').Append(Number(x)).Append(' ').Append(Number(y)).Append("h0");
        _body.Append('"');
        Paint("none", fill, 2 * radius, null);
        _body.Append(" stroke-linecap=\"round\"");
        Close("path", null);
    }

    /// <summary>One line of text; its full form stands in a title when it has to be cut.</summary>
    /// <param name="x">Where the anchor is.</param>
    /// <param name="y">Base line.</param>
    /// <param name="text">Any text; encoded here.</param>
    /// <param name="size">In pixels.</param>
    /// <param name="fill">Colour.</param>
    /// <param name="anchor">Which part of the text stands at x.</param>
    /// <param name="bold">Bold face.</param>
    /// <param name="width">Most pixels it may take; infinite for all.</param>
    /// <param name="rotate">Degrees clockwise around the anchor.</param>
    public void Text(double x, double y, string text, double size, string fill, Anchor anchor = Anchor.Start, bool bold = false, double width = double.PositiveInfinity, double rotate = 0)
    {
        var shown = VisibleText.Of(text);
        var fitted = double.IsPositiveInfinity(width) ? shown : TextMeasure.Fit(shown, size, width, bold);
        _body.Append("<text x=\"").Append(Number(x)).Append("\" y=\"").Append(Number(y)).Append("\" font-size=\"").Append(Number(size)).Append("\" fill=\"").Append(fill).Append('"');
        if (anchor != Anchor.Start) _body.Append(" text-anchor=\"").Append(anchor == Anchor.Middle ? "middle" : "end").Append('"');
        if (bold) _body.Append(" font-weight=\"700\"");
        if (rotate != 0) _body.Append(" transform=\"rotate(").Append(Number(rotate)).Append(' ').Append(Number(x)).Append(' ').Append(Number(y)).Append(")\"");
        _body.Append('>');
        if (fitted != shown) _body.Append("<title>").Append(Markup.Encode(Shortened(shown))).Append("</title>");
        _body.Append(Markup.Encode(fitted)).Append("</text>\n");
    }

    /// <summary>A fill of slanted lines on a pale ground.</summary>
    public string Hatch(string line, string ground)
    {
        if (_hatches.TryGetValue(line + ground, out var known)) return known;
        var id = string.Create(CultureInfo.InvariantCulture, $"{IdMark}h{_hatches.Count}");
        _definitions.Append("<pattern id=\"").Append(id).Append("\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"")
            .Append(ground).Append("\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\" stroke=\"").Append(line).Append("\" stroke-width=\"2.4\"/></pattern>\n");
        return _hatches[line + ground] = $"url(#{id})";
    }

    /// <summary>What follows belongs together and has a name for readers and tooltips.</summary>
    public void Open(string title) => _body.Append("<g><title>").Append(Markup.Encode(title)).Append("</title>\n");

    /// <summary>Ends what <see cref="Open"/> began.</summary>
    public void Close() => _body.Append("</g>\n");

    /// <summary>The whole document, of fixed size up to the width of a notebook's column, fluid beyond.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="title">What it is.</param>
    /// <param name="description">What it shows, in words.</param>
    /// <param name="ground">Colour behind everything, so that it reads on dark pages too; null when the drawing brings its own.</param>
    public string ToDocument(double width, double height, string title, string description, string? ground = null)
    {
        var head = new StringBuilder();
        // Wider than a notebook's column: as wide as the column is, since some front ends cut off what is wider instead of shrinking it.
        head.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").Append(width > MostFixed ? "100%" : $"{Number(width)}\" height=\"{Number(height)}")
            .Append("\" viewBox=\"0 0 ").Append(Number(width)).Append(' ').Append(Number(height))
            .Append("\" role=\"img\" aria-labelledby=\"").Append(IdMark).Append("t ").Append(IdMark).Append("d\" font-family=\"").Append(Fonts)
            .Append("\" style=\"max-width:100%;height:auto\">\n<title id=\"").Append(IdMark).Append("t\">").Append(Markup.Encode(title)).Append("</title>\n<desc id=\"").Append(IdMark)
            .Append("d\">").Append(Markup.Encode(description)).Append("</desc>\n");
        if (_definitions.Length > 0) head.Append("<defs>\n").Append(_definitions).Append("</defs>\n");
        if (ground is not null)
            head.Append("<rect width=\"").Append(Number(width)).Append("\" height=\"").Append(Number(height)).Append("\" rx=\"14\" fill=\"").Append(ground).Append("\"/>\n");
        var document = head.Append(_body).Append("</svg>\n").ToString();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)).AsSpan(0, 4));
        return document.Replace(IdMark.ToString(), "s" + hash, StringComparison.Ordinal);
    }

    private static string Shortened(string title)
    {
        const int Most = 240;
        if (title.Length <= Most) return title;
        return (char.IsHighSurrogate(title[Most - 1]) ? title[..(Most - 1)] : title[..Most]) + "…";
    }

    private void Paint(string fill, string? stroke, double width, string? dash)
    {
        _body.Append(" fill=\"").Append(fill).Append('"');
        if (stroke is null) return;
        _body.Append(" stroke=\"").Append(stroke).Append('"');
        if (width != 1) _body.Append(" stroke-width=\"").Append(Number(width)).Append('"');
        if (!string.IsNullOrEmpty(dash)) _body.Append(" stroke-dasharray=\"").Append(dash).Append('"');
    }

    private void Close(string element, string? title)
    {
        if (title is null || !Tooltips) _body.Append("/>\n");
        else _body.Append("><title>").Append(Markup.Encode(Shortened(title))).Append("</title></").Append(element).Append(">\n");
    }
}
