using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>A cell being written, seen from the caret: either a magic's line or C# with the magics blanked out.</summary>
internal sealed class CodeAtCaret
{
    private CodeAtCaret(string text, int position)
    {
        (Text, Position) = (text, position);
        LineStart = position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
        var end = text.IndexOf('\n', position);
        Line = text[LineStart..(end < 0 ? text.Length : end)].TrimEnd('\r');
        WordStart = position;
        while (WordStart > 0 && (char.IsLetterOrDigit(text[WordStart - 1]) || text[WordStart - 1] == '_')) WordStart--;
    }

    public string Text { get; }

    public int Position { get; }

    public int LineStart { get; }

    public string Line { get; }

    /// <summary>Where the identifier before the caret begins.</summary>
    public int WordStart { get; }

    public string Word => Text[WordStart..Position];

    public static CodeAtCaret Of(string text, int position) => new(text, Math.Clamp(position, 0, text.Length));

    /// <summary>Whether the caret stands in a magic's line, and which.</summary>
    /// <param name="name">What is there of its name.</param>
    /// <param name="argumentsStart">Where its arguments begin; -1 when the caret is in the name.</param>
    public bool IsMagic(out string name, out int argumentsStart)
    {
        (name, argumentsStart) = ("", -1);
        var line = Line.TrimStart();
        var indent = Line.Length - line.Length;
        if (!line.StartsWith('#') || (line.StartsWith("#!", StringComparison.Ordinal) && indent > 0) || Position < LineStart + indent) return false;
        name = line.Split(' ', '\t', '"')[0];
        var nameEnd = LineStart + indent + name.Length;
        if (Position > nameEnd) argumentsStart = nameEnd;
        return true;
    }

    /// <summary>The C#, at the same positions.</summary>
    public SyntaxTree Tree(CancellationToken cancellation)
    {
        var lines = Text.Split('\n').Select(line => CellParser.TryMagic(line, out _, out _) ? new string(' ', line.Length) : line);
        return CSharpSyntaxTree.ParseText(string.Join('\n', lines), SubmissionCompiler.ParseOptions, cancellationToken: cancellation);
    }
}
