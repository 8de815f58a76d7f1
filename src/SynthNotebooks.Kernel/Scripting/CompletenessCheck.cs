using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Decides whether a text can be run as it stands.</summary>
internal static class CompletenessCheck
{
    private const int IndentWidth = 4;

    // Text or characters that end with their line: what follows cannot close them.
    private static readonly HashSet<string> NeverMended = ["CS1010", "CS1011", "CS1012", "CS1009"];

    // Comments and texts that go on over lines: the error stands where they begin.
    private static readonly HashSet<string> StillOpen = ["CS1035", "CS1039", "CS8997", "CS8996", "CS1038", "CS1027"];

    public static Completeness Of(string code, Func<string, bool> takesBody)
    {
        var tree = CSharpSyntaxTree.ParseText(WithoutMagics(code, takesBody), SubmissionCompiler.ParseOptions);
        var errors = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && !IsDirective(tree, d)).ToArray();
        if (SyntaxFactory.IsCompleteSubmission(tree)) return new Completeness(errors.Length > 0 ? CompletenessStatus.Invalid : CompletenessStatus.Complete);
        return errors.Any(e => NeverMended.Contains(e.Id)) || ClosesTooMuch(tree) || FailsBeforeTheEnd(tree, errors)
            ? new Completeness(CompletenessStatus.Invalid) : new Completeness(CompletenessStatus.Incomplete, IndentAfter(tree));
    }

    private static string WithoutMagics(string code, Func<string, bool> takesBody)
    {
        var inBody = false;
        return string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line =>
        {
            if (!CellParser.TryMagic(line, out var name, out _)) return inBody ? "" : line;
            if (takesBody(name)) inBody = true;
            else if (name is "#!csharp" or "#!c#") inBody = false;
            return "";
        }));
    }

    private static bool ClosesTooMuch(SyntaxTree tree)
    {
        var open = new Stack<SyntaxKind>();
        foreach (var token in tree.GetRoot().DescendantTokens(descendIntoTrivia: false).Concat(Skipped(tree)).Where(t => !t.IsMissing).OrderBy(t => t.SpanStart))
        {
            switch (token.Kind())
            {
                case SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken:
                    open.Push(token.Kind());
                    break;
                case SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken when !(open.TryPop(out var opener) && opener == OpenerOf(token.Kind())):
                    return true;
            }
        }
        return false;
    }

    private static IEnumerable<SyntaxToken> Skipped(SyntaxTree tree) =>
        tree.GetRoot().DescendantTrivia().Where(t => t.IsKind(SyntaxKind.SkippedTokensTrivia)).SelectMany(t => t.GetStructure()!.DescendantTokens());

    private static SyntaxKind OpenerOf(SyntaxKind closer) => closer switch
    {
        SyntaxKind.CloseParenToken => SyntaxKind.OpenParenToken,
        SyntaxKind.CloseBracketToken => SyntaxKind.OpenBracketToken,
        _ => SyntaxKind.OpenBraceToken,
    };

    // More text can mend what is wrong at the end only.
    private static bool FailsBeforeTheEnd(SyntaxTree tree, Diagnostic[] errors)
    {
        if (errors.Any(e => StillOpen.Contains(e.Id))) return false;
        var last = tree.GetRoot().DescendantTokens().LastOrDefault(t => !t.IsMissing && !t.IsKind(SyntaxKind.EndOfFileToken));
        return errors.Any(e => e.Location.SourceSpan.Start < last.SpanStart);
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
