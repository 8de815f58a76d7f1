using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Splits a cell into stretches of C# and magics.</summary>
/// <remarks>
/// A magic is a line that begins, without indentation, with <c>#!name</c>, even within a raw string (as in .NET Interactive); <c>#r</c>,
/// <c>#i</c> and <c>#load</c> are magics only where C# would read a directive.
/// </remarks>
internal static partial class CellParser
{
    public static IReadOnlyList<CellPart> Parse(string cell, Func<string, bool> takesBody)
    {
        var lines = cell.ReplaceLineEndings("\n").Split('\n');
        var parts = new List<CellPart>();
        var code = new StringBuilder();
        for (var i = 0; i < lines.Length;)
        {
            if (!TryMagic(lines[i], out var name, out var arguments))
            {
                code.Append(lines[i]).Append('\n');
                i++;
                continue;
            }
            Flush(i);
            var first = ++i;
            if (takesBody(name))
                while (i < lines.Length && !(TryMagic(lines[i], out var next, out _) && (takesBody(next) || next is "#!csharp" or "#!c#"))) i++;
            parts.Add(new MagicPart(name, arguments, string.Join('\n', lines[first..i]), first));
            code.Clear().Append('\n', i);
        }
        Flush(lines.Length);
        return parts;

        void Flush(int end)
        {
            var text = end == lines.Length && code.Length > 0 ? code.ToString(0, code.Length - 1) : code.ToString();
            if (!string.IsNullOrWhiteSpace(text)) parts.AddRange(SplitDirectives(text));
            code.Clear();
        }
    }

    /// <summary>Whether a line is a magic, and what it says.</summary>
    public static bool TryMagic(string line, out string name, out string arguments)
    {
        var match = MagicLine().Match(line);
        (name, arguments) = (match.Groups[1].Value, match.Groups[2].Value.Trim());
        return match.Success;
    }

    private static List<CellPart> SplitDirectives(string text)
    {
        if (!DirectiveLine().IsMatch(text)) return [new CodePart(text)];
        var lines = text.Split('\n');
        var parts = new List<CellPart>();
        var start = 0;
        foreach (var number in DirectiveLines(text))
        {
            var match = DirectiveLine().Match(lines[number]);
            if (!match.Success) continue;
            Add(number);
            parts.Add(new MagicPart("#" + match.Groups[1].Value, match.Groups[2].Value.Trim(), "", number + 1));
            start = number + 1;
        }
        Add(lines.Length);
        return parts;

        void Add(int end)
        {
            var stretch = new string('\n', start) + string.Join('\n', lines[start..end]);
            if (!string.IsNullOrWhiteSpace(stretch)) parts.Add(new CodePart(stretch));
        }
    }

    private static IEnumerable<int> DirectiveLines(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, SubmissionCompiler.ParseOptions);
        return tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<Microsoft.CodeAnalysis.CSharp.Syntax.DirectiveTriviaSyntax>()
            .Select(d => tree.GetLineSpan(d.Span).StartLinePosition.Line).Distinct().Order();
    }

    [GeneratedRegex(@"^(#![^\s]+)(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex MagicLine();

    [GeneratedRegex(@"^[ \t]*#[ \t]*(r|i|load)\b(?=[ \t]*[""\w/.])(.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex DirectiveLine();
}
