using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>Writes the body of a page: literal elements, encoded text, figures and tables. Nothing from data becomes markup.</summary>
internal sealed class PageWriter
{
    private const int LongestText = 400; // characters of one piece of text from data

    private readonly StringBuilder _html = new();
    private readonly List<(string Id, string Title)> _sections = [];
    private readonly Stack<string> _open = new();
    private int _figures;

    /// <summary>Whether figures carry the data that the script needs to make them interactive.</summary>
    public bool Interactive { get; init; } = true;

    /// <summary>Sections with their headings, in order.</summary>
    public IReadOnlyList<(string Id, string Title)> Sections => _sections;

    /// <summary>Begins an element.</summary>
    /// <param name="tag">A literal such as <c>div class="card"</c>.</param>
    public PageWriter Open([ConstantExpected] string tag)
    {
        _html.Append('<').Append(tag).Append('>');
        _open.Push(Name(tag));
        return this;
    }

    /// <summary>Ends the element begun last.</summary>
    public PageWriter Close()
    {
        var name = _open.Pop();
        _html.Append("</").Append(name).Append('>');
        if (name is "section" or "details" or "table" or "tr" or "div" or "p" or "figure") _html.Append('\n');
        return this;
    }

    /// <summary>Text of any origin.</summary>
    public PageWriter Text(string text)
    {
        _html.Append(Markup.Encode(ClippedText.Of(text, LongestText)));
        return this;
    }

    /// <summary>Our own sentences, however long.</summary>
    public PageWriter Prose(string text)
    {
        _html.Append(Markup.Encode(text));
        return this;
    }

    /// <summary>An element around text of any origin.</summary>
    public PageWriter Element([ConstantExpected] string tag, string text)
    {
        _html.Append('<').Append(tag).Append('>');
        Text(text);
        _html.Append("</").Append(Name(tag)).Append('>');
        return this;
    }

    /// <summary>A paragraph of our own words.</summary>
    public PageWriter Paragraph(string text)
    {
        _html.Append("<p>").Append(Markup.Encode(text)).Append("</p>\n");
        return this;
    }

    /// <summary>A section with its heading, which the contents list; ended by <see cref="Close"/>.</summary>
    /// <param name="id">Lower-case word, the link's target.</param>
    /// <param name="title">The heading.</param>
    /// <param name="lead">What the section shows and how to read it; empty for nothing.</param>
    public PageWriter Section([ConstantExpected] string id, string title, string lead = "")
    {
        _sections.Add((id, title));
        _html.Append("<section id=\"").Append(id).Append("\" aria-labelledby=\"h-").Append(id).Append("\"><h2 id=\"h-").Append(id).Append("\">").Append(Markup.Encode(title)).Append("</h2>\n");
        _open.Push("section");
        return lead.Length > 0 ? Lead(lead) : this;
    }

    /// <summary>A paragraph that introduces what follows.</summary>
    public PageWriter Lead(string text)
    {
        _html.Append("<p class=\"lead\">").Append(Markup.Encode(text)).Append("</p>\n");
        return this;
    }

    /// <summary>A chart as a picture with its description and its numbers; interactive where scripts run.</summary>
    /// <param name="figure">What is shown.</param>
    /// <param name="wide">Whether it may be scrolled sideways on narrow screens instead of being shrunk.</param>
    /// <param name="numbers">Whether the numbers follow as text.</param>
    public PageWriter Figure(Figure figure, bool wide = false, bool numbers = true)
    {
        var number = (++_figures).ToString(CultureInfo.InvariantCulture);
        // plotly.js' basic bundle draws bars and points; heat maps and gauges stay pictures with tooltips.
        var interactive = Interactive && figure is (HistogramFigure or CategoryBarsFigure or XyFigure or RocFigure);
        _html.Append("<figure class=\"").Append(wide ? "chart wide" : "chart").Append('"');
        if (interactive) _html.Append(" data-plot=\"f").Append(number).Append('"');
        _html.Append("><div class=\"picture\">").Append(figure.ToSvg()).Append("</div>");
        // A gauge has its figures beside its ends; its description stands in the picture.
        if (figure is not GaugeFigure) _html.Append("<figcaption>").Append(Markup.Encode(ClippedText.Of(figure.Description, LongestText))).Append("</figcaption>");
        if (interactive) _html.Append("<script type=\"application/json\" id=\"f").Append(number).Append("\">").Append(figure.ToPlotlyJson()).Append("</script>");
        if (numbers) _html.Append("<details class=\"numbers\"><summary>Numbers</summary><pre tabindex=\"0\">").Append(string.Join('\n', figure.ToText().Split('\n').Select(Markup.Encode))).Append("</pre></details>");
        _html.Append("</figure>\n");
        return this;
    }

    /// <summary>A table with a caption, headings and row names.</summary>
    /// <param name="caption">What it lists.</param>
    /// <param name="head">Headings; those of columns of numbers begin with a tab.</param>
    /// <param name="rows">Cells; the first of each row names it.</param>
    public PageWriter Table(string caption, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        BeginTable(caption, head);
        foreach (var row in rows)
        {
            _html.Append("<tr><th scope=\"row\">");
            Text(row[0]);
            _html.Append("</th>");
            for (var i = 1; i < row.Count; i++)
            {
                _html.Append(head[i].StartsWith('\t') ? "<td class=\"n\">" : "<td>");
                Text(row[i]);
                _html.Append("</td>");
            }
            _html.Append("</tr>\n");
        }
        return EndTable();
    }

    /// <summary>Begins a table whose rows the caller writes.</summary>
    public PageWriter BeginTable(string caption, IReadOnlyList<string> head)
    {
        _html.Append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(Markup.Encode(ClippedText.Of(caption, LongestText))).Append("\"><table><caption>");
        Text(caption);
        _html.Append("</caption><thead><tr>");
        foreach (var cell in head) _html.Append(cell.StartsWith('\t') ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Append(Markup.Encode(cell.TrimStart('\t'))).Append("</th>");
        _html.Append("</tr></thead><tbody>\n");
        return this;
    }

    /// <summary>Ends what <see cref="BeginTable"/> began.</summary>
    public PageWriter EndTable()
    {
        _html.Append("</tbody></table></div>\n");
        return this;
    }

    /// <summary>A bar from floor to ceiling with a mark, as decoration beside the number.</summary>
    /// <param name="gauge">0 at the floor, 1 at the ceiling; drawn clipped.</param>
    public PageWriter SmallGauge(double gauge)
    {
        var at = SvgCanvas.Number(8 + 84 * Math.Clamp(gauge, -0.06, 1.06));
        _html.Append("<svg class=\"mini\" viewBox=\"0 0 100 12\" width=\"80\" height=\"10\" aria-hidden=\"true\"><rect x=\"0\" y=\"3\" width=\"100\" height=\"6\" rx=\"3\" class=\"track\"/><line x1=\"8\" y1=\"0\" x2=\"8\" y2=\"12\" class=\"tick\"/><line x1=\"92\" y1=\"0\" x2=\"92\" y2=\"12\" class=\"tick\"/><circle cx=\"")
            .Append(at).Append("\" cy=\"6\" r=\"5\" class=\"mark\"/></svg>");
        return this;
    }

    /// <summary>The markup so far; every element must be closed.</summary>
    public override string ToString() => _open.Count == 0 ? _html.ToString() : throw new InvalidOperationException($"'{_open.Peek()}' is still open.");

    private static string Name(string tag) => tag.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? tag[..space] : tag;
}
