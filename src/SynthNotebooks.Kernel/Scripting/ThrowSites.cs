using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Where an index may have been out of range, by the text of a cell.</summary>
/// <remarks>
/// The just-in-time compiler throws for all indexes of a method from one block of code, to which no line belongs: the runtime then tells the
/// method's first line, or none.
/// </remarks>
internal static class ThrowSites
{
    /// <summary>The indexes of one function of a cell, in the order of the text; without those of functions within it.</summary>
    /// <param name="text">The cell as the user wrote it.</param>
    /// <param name="line">The line, 1-based, that the runtime told for the function; 0 for the cell's top level.</param>
    /// <param name="column">The column, 0-based, in that line.</param>
    /// <returns>Lines, 1-based, and columns, 0-based.</returns>
    public static IReadOnlyList<(int Line, int Column)> IndexesNear(string text, int line, int column)
    {
        var tree = CSharpSyntaxTree.ParseText(text, SubmissionCompiler.ParseOptions);
        var root = tree.GetRoot();
        var function = line == 0 ? root : FunctionAt(root, tree.GetText(), line, column);
        return
        [
            .. function.DescendantNodes(node => node == function || !IsFunction(node))
                .Where(node => node is ElementAccessExpressionSyntax or ElementBindingExpressionSyntax)
                .Select(node => tree.GetLineSpan(node.Span).StartLinePosition).Select(at => (at.Line + 1, at.Character)).Distinct().Order(),
        ];
    }

    private static SyntaxNode FunctionAt(SyntaxNode root, Microsoft.CodeAnalysis.Text.SourceText text, int line, int column)
    {
        if (line > text.Lines.Count) return root;
        var position = Math.Min(text.Lines[line - 1].Start + column, text.Lines[line - 1].End);
        return root.FindToken(Math.Max(0, Math.Min(position, root.FullSpan.End - 1))).Parent?.AncestorsAndSelf().FirstOrDefault(IsFunction) ?? root;
    }

    private static bool IsFunction(SyntaxNode node) => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax
        or PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null };
}
