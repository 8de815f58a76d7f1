using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Decides whether a text can be run as it stands.</summary>
internal static class CompletenessCheck
{
    private const int IndentWidth = 4;

    public static Completeness Of(string code)
    {
        var text = string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => CellParser.TryMagic(line, out _, out _) ? "" : line));
        var tree = CSharpSyntaxTree.ParseText(text, SubmissionCompiler.ParseOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree)) return new Completeness(CompletenessStatus.Incomplete, IndentAfter(tree));
        var fails = tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error && !IsDirective(tree, d));
        return new Completeness(fails ? CompletenessStatus.Invalid : CompletenessStatus.Complete);
    }

    // #r and its kin are ours to judge.
    private static bool IsDirective(SyntaxTree tree, Diagnostic diagnostic) =>
        tree.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString().TrimStart().StartsWith('#');

    private static string IndentAfter(SyntaxTree tree)
    {
        var depth = 0;
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (token.IsMissing) continue;
            if (token.Kind() is SyntaxKind.OpenBraceToken) depth++;
            else if (token.Kind() is SyntaxKind.CloseBraceToken) depth--;
        }
        return new string(' ', IndentWidth * Math.Max(0, depth));
    }
}
