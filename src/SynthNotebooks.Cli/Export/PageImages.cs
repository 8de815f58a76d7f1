using System.Text.RegularExpressions;

namespace SynthNotebooks.Cli.Export;

/// <summary>Images of Markdown cells: files beside the notebook are put into the page, others are replaced by their description.</summary>
internal static partial class PageImages
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".svg"] = "image/svg+xml",
    };

    /// <param name="html">What Markdown gave.</param>
    /// <param name="folder">Where relative names start; nothing above it is read.</param>
    public static string Embed(string html, string folder) => Image().Replace(html, match =>
    {
        var source = System.Net.WebUtility.HtmlDecode(match.Groups["src"].Value);
        var path = Path.GetFullPath(Path.Combine(folder, source));
        var inside = path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return inside && File.Exists(path) && Types.TryGetValue(Path.GetExtension(path), out var type)
            ? $"<img src=\"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}\" alt=\"{match.Groups["alt"].Value}\" />"
            : $"<em>[image: {match.Groups["alt"].Value}]</em>";
    });

    [GeneratedRegex("<img src=\"(?<src>[^\"]*)\" alt=\"(?<alt>[^\"]*)\"[^>]*/>")]
    private static partial Regex Image();
}
