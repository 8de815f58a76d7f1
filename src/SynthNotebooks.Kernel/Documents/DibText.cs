using System.Text;
using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>The format of Polyglot Notebooks: a line <c>#!language</c> begins a cell.</summary>
internal static class DibText
{
    private static readonly HashSet<string> Starts = new(StringComparer.Ordinal)
    {
        "#!csharp", "#!c#", "#!fsharp", "#!f#", "#!pwsh", "#!powershell", "#!markdown", "#!html", "#!javascript", "#!js", "#!sql", "#!kql", "#!mermaid", "#!http", "#!value", "#!meta",
    };

    public static IEnumerable<(CellKind Kind, string Source)> Cells(string text)
    {
        var (language, lines) = ("#!csharp", new StringBuilder());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!(CellParser.TryMagic(line, out var name, out var arguments) && arguments.Length == 0 && Starts.Contains(name)))
            {
                lines.Append(line).Append('\n');
                continue;
            }
            if (Cell(language, lines) is { } done) yield return done;
            language = name;
            lines.Clear();
        }
        if (Cell(language, lines) is { } last) yield return last;
    }

    private static (CellKind Kind, string Source)? Cell(string language, StringBuilder lines)
    {
        var source = lines.ToString().Trim('\n');
        if (source.Length == 0 || language == "#!meta") return null;
        return language switch
        {
            "#!markdown" => (CellKind.Markdown, source),
            "#!csharp" or "#!c#" => (CellKind.Code, source),
            _ => (CellKind.Code, language + "\n" + source),
        };
    }
}
