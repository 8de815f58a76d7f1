using System.Text;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>The one encoder between data and markup: SVG and HTML, text and attribute values alike.</summary>
public static class Markup
{
    /// <summary>The text so that it shows as it is and nothing in it acts: no markup, no quotes, no control or direction characters.</summary>
    public static string Encode(string text)
    {
        var shown = VisibleText.Of(text);
        if (shown.AsSpan().IndexOfAny("&<>\"'") < 0) return shown;
        var encoded = new StringBuilder(shown.Length + 32);
        foreach (var c in shown)
        {
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                _ => encoded.Append(c),
            };
        }
        return encoded.ToString();
    }

    /// <summary>The same for HTML and Markdown, where <c>$</c> could start a formula.</summary>
    public static string EncodeHtml(string text) => Encode(text).Replace("$", "&#36;", StringComparison.Ordinal);
}
