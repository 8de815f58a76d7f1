using System.Buffers;
using System.Net;
using System.Text;
using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>Text of any origin as HTML: it shows as it is, and nothing in it acts. The one encoder between values and the kernel's own markup.</summary>
internal static class ShownText
{
    private static readonly SearchValues<char> FormulaMarks = SearchValues.Create("$\\`");

    /// <summary>For an element whose text viewers may typeset, such as a cell of a table.</summary>
    /// <remarks>Typesetters look for the delimiters of formulas within the text of one node: an element of its own ends the search.</remarks>
    public static string Html(string text)
    {
        var rest = text.AsSpan();
        if (rest.IndexOfAny(FormulaMarks) < 0) return Preformatted(text);
        var html = new StringBuilder(text.Length + 32);
        while (rest.IndexOfAny(FormulaMarks) is >= 0 and var at)
        {
            html.Append(Preformatted(rest[..at].ToString())).Append("<span>").Append(rest[at]).Append("</span>");
            rest = rest[(at + 1)..];
        }
        return html.Append(Preformatted(rest.ToString())).ToString();
    }

    /// <summary>For <c>pre</c> and <c>code</c>, which no viewer typesets.</summary>
    public static string Preformatted(string text) => WebUtility.HtmlEncode(MessageText.Of(text));
}
