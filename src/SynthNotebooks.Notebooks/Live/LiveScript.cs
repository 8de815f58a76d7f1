using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Live;

/// <summary>Puts a script behind an output that is legible without it.</summary>
/// <remarks>
/// The script is ours, whole in the output and the same in every output of its kind; it fetches nothing from outside. What comes from data reaches it as JSON with every
/// <c>&lt;</c> escaped, and it makes text of it, never markup. Front ends that trust no script show the static part.
/// </remarks>
internal static class LiveScript
{
    private static readonly JsonSerializerOptions Ascii = new() { Encoder = JavaScriptEncoder.Default };

    /// <param name="content">What is shown without scripts.</param>
    /// <param name="facts">Read by the script; null for none.</param>
    /// <param name="scripts">Names of the assets, in order.</param>
    public static Html Behind(Html content, JsonObject? facts, params IReadOnlyList<string> scripts) => Html.Live(
        content, facts?.ToJsonString(Ascii), "(function () {\n\"use strict\";\n" + string.Concat(scripts.Select(Text)) + "})();");

    // Indentation and lines of comment stay in the source: the text stands in every output.
    private static string Text(string name)
    {
        using var stream = typeof(LiveScript).Assembly.GetManifestResourceStream("SynthNotebooks.Notebooks.Live.Assets." + name) ?? throw new InvalidOperationException($"The resource '{name}' is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = new StringBuilder();
        while (reader.ReadLine() is { } line)
        {
            var kept = line.Trim();
            if (kept.Length > 0 && !kept.StartsWith("//", StringComparison.Ordinal)) text.Append(kept).Append('\n');
        }
        return text.ToString();
    }
}
