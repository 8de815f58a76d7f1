using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>HTML that is safe to show: made of literal element names and encoded text, never of text from data.</summary>
/// <remarks>
/// Elements are native ones without style, role or aria attributes, which JupyterLab's sanitiser drops; colours are the viewer's own, so dark
/// themes are kept.
/// </remarks>
public readonly record struct Html
{
    private static readonly SearchValues<char> FormulaMarks = SearchValues.Create("$\\`");

    private readonly string? _html;

    private Html(string html) => _html = html;

    /// <summary>The end of a line in preformatted text.</summary>
    public static Html NewLine { get; } = new("\n");

    /// <summary>A line break.</summary>
    public static Html Break { get; } = new("<br/>");

    /// <summary>Text of any origin, encoded by <see cref="Markup"/> and kept from starting a formula.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="limit">Most characters that are kept, see <see cref="ClippedText"/>.</param>
    public static Html Text(string text, int limit = int.MaxValue)
    {
        var rest = ClippedText.Of(text, limit).AsSpan();
        if (rest.IndexOfAny(FormulaMarks) < 0) return new(Markup.Encode(rest.ToString()));
        var html = new StringBuilder(rest.Length + 32);
        while (rest.IndexOfAny(FormulaMarks) is >= 0 and var at)
        {
            // MathJax looks for its delimiters $, \( and \[ within the text of one node: an element of its own ends the search.
            html.Append(Markup.Encode(rest[..at].ToString())).Append("<span>").Append(rest[at]).Append("</span>");
            rest = rest[(at + 1)..];
        }
        return new(html.Append(Markup.Encode(rest.ToString())).ToString());
    }

    /// <summary>An element around content.</summary>
    /// <param name="name">A literal such as <c>caption</c>, with literal attributes if need be: <c>th scope="col"</c>.</param>
    /// <param name="content">What stands in it.</param>
    public static Html Element([ConstantExpected] string name, params ReadOnlySpan<Html> content)
    {
        ArgumentNullException.ThrowIfNull(name);
        var html = new StringBuilder().Append('<').Append(name).Append('>');
        foreach (var part in content) html.Append(part._html);
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return new(html.Append("</").Append(space < 0 ? name : name[..space]).Append('>').ToString());
    }

    /// <summary>An element around text of any origin.</summary>
    public static Html Element([ConstantExpected] string name, string text) => Element(name, Text(text));

    /// <summary>Parts one after the other.</summary>
    public static Html Concat(params IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part._html)));

    /// <summary>A native progress bar.</summary>
    /// <param name="share">0 to 1.</param>
    public static Html Progress(double share) =>
        new(string.Create(CultureInfo.InvariantCulture, $"<progress max=\"100\" value=\"{Math.Round(Math.Clamp(share, 0, 1) * 100):0}\"></progress>"));

    /// <summary>Content with a script of ours behind it, which finds the content by its attribute.</summary>
    /// <param name="content">What is shown without scripts.</param>
    /// <param name="facts">JSON in which every <c>&lt;</c> is escaped; null for none.</param>
    /// <param name="script">An asset of this library.</param>
    internal static Html Live(Html content, string? facts, string script)
    {
        if (facts?.Contains('<', StringComparison.Ordinal) == true || script.Contains("</", StringComparison.Ordinal)) throw new ArgumentException("A '<' within a script could end it.");
        var json = facts is null ? "" : $"<script type=\"application/json\">{facts}</script>";
        return new($"<div data-synthnb=\"live\"><div>{content._html}</div>{json}<script>{script}</script></div>");
    }

    /// <summary>The HTML.</summary>
    public override string ToString() => _html ?? "";
}
