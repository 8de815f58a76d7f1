using System.Security.Cryptography;
using System.Text;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>The frame of a page: head, style, contents, script.</summary>
/// <remarks>
/// The content policy names the scripts by their hashes, so that nothing else can run, and forbids everything that would be fetched. plotly.js basic
/// 4.1.1 (MIT) stands in the page whole.
/// </remarks>
internal static class PageShell
{
    public static string Wrap(string title, string header, PageWriter body, bool interactive)
    {
        string[] scripts = interactive ? [Asset("plotly-basic.min.js"), Asset("report.js")] : [Asset("report.js")];
        var contents = string.Concat(body.Sections.Select(section => $"<li><a href=\"#{section.Id}\">{Markup.Encode(section.Title)}</a></li>"));
        return new StringBuilder(scripts.Sum(script => script.Length) + 400_000)
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; script-src ")
            .AppendJoin(' ', scripts.Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'"))
            .Append("\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>").Append(Markup.Encode(title))
            .Append("</title>\n<style>\n").Append(Asset("report.css")).Append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#summary\">Skip to the summary</a>\n")
            .Append(header).Append("<nav aria-label=\"Contents\"><ol>").Append(contents).Append("</ol></nav>\n<main>\n").Append(body.ToString())
            .Append("</main>\n<footer><p>The same data, options and seed give the same page.")
            .Append(interactive ? " Interactive charts: plotly.js 4.1.1, © Plotly, Inc., MIT licence." : "").Append("</p></footer>\n")
            .AppendJoin("", scripts.Select(script => $"<script>{script}</script>\n"))
            .Append("</body>\n</html>\n").ToString();
    }

    private static string Asset(string name)
    {
        using var stream = typeof(PageShell).Assembly.GetManifestResourceStream("SynthNotebooks.Notebooks.Reports.Assets." + name) ?? throw new InvalidOperationException($"The resource '{name}' is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
