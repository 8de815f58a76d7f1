using System.Net;
using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary>A small table shown by a magic, as HTML and as text.</summary>
internal static class TextTable
{
    public static MimeBundle Of(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = header.Select((h, i) => rows.Select(r => r[i].Length).Append(h.Length).Max()).ToArray();
        var text = string.Join('\n', rows.Prepend(header).Select(row => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()));
        var html = $"<table><thead><tr>{Cells(header, "th")}</tr></thead><tbody>{string.Concat(rows.Select(r => $"<tr>{Cells(r, "td")}</tr>"))}</tbody></table>";
        return new MimeBundle(new Dictionary<string, JsonNode> { ["text/html"] = html, ["text/plain"] = text });
    }

    private static string Cells(IEnumerable<string> row, string tag) => string.Concat(row.Select(cell => $"<{tag}>{WebUtility.HtmlEncode(cell)}</{tag}>"));
}
