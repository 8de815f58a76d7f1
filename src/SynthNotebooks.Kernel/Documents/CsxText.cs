using System.Text;
using System.Text.RegularExpressions;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>C# files as notebooks: a line <c>// %%</c> begins a cell, <c>// %% [markdown]</c> one of text in comments, as editors know it from other languages.</summary>
/// <remarks>
/// A file without such lines is one cell. A first line <c>#!/usr/bin/env ...</c> is left out; <c>#:package Name@1.0</c> becomes <c>#r "nuget: Name, 1.0"</c>, and
/// what else the SDK reads of file-based programs (<c>#:sdk</c>, <c>#:property</c>) becomes a comment.
/// </remarks>
internal static partial class CsxText
{
    /// <summary>Reads a file.</summary>
    public static NotebookDocument Read(string text)
    {
        var cells = new List<(CellKind, string)>();
        var (kind, lines) = (CellKind.Code, new StringBuilder());
        var first = true;
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            var shebang = first && line.StartsWith("#!/", StringComparison.Ordinal);
            first = false;
            if (shebang) continue;
            if (Mark().Match(line) is { Success: true } mark)
            {
                Flush();
                (kind, lines) = (mark.Groups[1].Value.Trim() switch { "[markdown]" => CellKind.Markdown, "[raw]" => CellKind.Raw, _ => CellKind.Code }, new StringBuilder());
                continue;
            }
            lines.Append(kind == CellKind.Code ? Directive(line) : Comment().Replace(line, "")).Append('\n');
        }
        Flush();
        return NotebookDocument.Of(cells);

        void Flush()
        {
            var source = lines.ToString().Trim('\n');
            if (source.Length > 0) cells.Add((kind, source));
        }
    }

    private static string Directive(string line)
    {
        if (!line.StartsWith("#:", StringComparison.Ordinal)) return line;
        if (Package().Match(line) is not { Success: true } package) return "// " + line;
        return package.Groups[2].Success ? $"#r \"nuget: {package.Groups[1].Value}, {package.Groups[2].Value}\"" : $"#r \"nuget: {package.Groups[1].Value}\"";
    }

    [GeneratedRegex(@"^//\s*%%(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^//\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^#:package\s+([^@\s]+)(?:@(\S+))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Package();
}
