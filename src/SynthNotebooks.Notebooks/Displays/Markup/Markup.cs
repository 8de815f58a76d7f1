using System.Text;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>HTML that is safe to show: made of literal element names and encoded text, never of text from data.</summary>
/// <remarks>
/// The one boundary at which text becomes HTML. Elements are native ones without style, role or aria attributes, which JupyterLab's sanitiser
/// drops; colours are the viewer's own, so dark themes are kept.
/// </remarks>
public readonly record struct Markup
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("&<>\"'$\\`");

    private readonly string? _html;

    private Markup(string html) => _html = html;

    /// <summary>The end of a line in preformatted text.</summary>
    public static Markup NewLine { get; } = new("\n");

    /// <summary>A line break.</summary>
    public static Markup Break { get; } = new("<br>");

    /// <summary>Text of any origin: encoded, made visible (<see cref="VisibleText"/>), and kept from starting a formula.</summary>
    public static Markup Text(string text, int limit = int.MaxValue)
    {
        var visible = VisibleText.Of(text, limit);
        if (visible.AsSpan().IndexOfAny(Special) < 0) return new(visible);
        var html = new StringBuilder(visible.Length + 32);
        foreach (var c in visible)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '`' => html.Append("&#96;"),
                // MathJax looks for its delimiters $, \( and \[ in the text of one node: an element of its own ends the search.
                '$' or '\\' => html.Append("<span>").Append(c).Append("</span>"),
                _ => html.Append(c),
            };
        }
        return new(html.ToString());
    }

    /// <summary>An element around content.</summary>
    /// <param name="name">A literal such as <c>caption</c>, with literal attributes if need be: <c>th scope="col"</c>.</param>
    /// <param name="content">What stands in it.</param>
    public static Markup Element([System.Diagnostics.CodeAnalysis.ConstantExpected] string name, params ReadOnlySpan<Markup> content)
    {
        ArgumentNullException.ThrowIfNull(name);
        var html = new StringBuilder().Append('<').Append(name).Append('>');
        foreach (var part in content) html.Append(part._html);
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return new(html.Append("</").Append(space < 0 ? name : name[..space]).Append('>').ToString());
    }

    /// <summary>An element around text of any origin.</summary>
    public static Markup Element([System.Diagnostics.CodeAnalysis.ConstantExpected] string name, string text) => Element(name, Text(text));

    /// <summary>Parts one after the other.</summary>
    public static Markup Concat(params IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part._html)));

    /// <summary>A native progress bar.</summary>
    /// <param name="share">0 to 1.</param>
    public static Markup Progress(double share) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<progress max=\"100\" value=\"{Math.Round(Math.Clamp(share, 0, 1) * 100):0}\"></progress>"));

    /// <summary>The HTML.</summary>
    public override string ToString() => _html ?? "";
}
