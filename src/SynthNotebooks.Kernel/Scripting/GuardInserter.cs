using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Puts a guard at every back edge (loops, gotos), at the entry of functions and after awaits, so that an interrupt ends them anywhere.</summary>
/// <remarks>Works on the text: no line is added, so only columns have to be translated in error messages.</remarks>
internal sealed partial class GuardInserter : CSharpSyntaxWalker
{
    private const string Class = "global::SynthNotebooks.Kernel.Scripting.CellGuard.", Check = Class + "Check();", Enter = Class + "Enter();", RestoreDisplays = Class + "RestoreDisplays();";

    private readonly List<(int Position, string Text)> _insertions = [];
    private readonly RecursiveNames _recursive;
    private readonly Func<SemanticModel> _model;
    private readonly bool _expressionLambdas;

    private GuardInserter(SyntaxNode root, bool expressionLambdas, Func<SemanticModel> model) =>
        (_recursive, _expressionLambdas, _model) = (RecursiveNames.In(root), expressionLambdas, model);

    /// <summary>The guarded text; the same instance when there is nothing to guard.</summary>
    /// <param name="tree">The user's code, without syntax errors.</param>
    /// <param name="expressionLambdas">Also lambdas without a block; not possible where one becomes an expression tree.</param>
    /// <param name="model">What the code means, asked only where its form leaves a doubt.</param>
    /// <param name="insertions">What was put where.</param>
    public static SourceText Guard(SyntaxTree tree, bool expressionLambdas, Func<SemanticModel> model, out IReadOnlyList<GuardInsertion> insertions)
    {
        var inserter = new GuardInserter(tree.GetRoot(), expressionLambdas, model);
        inserter.Visit(tree.GetRoot());
        var text = tree.GetText();
        insertions = [];
        if (inserter._insertions.Count == 0) return text;
        var ordered = inserter._insertions.OrderBy(i => i.Position).ToArray(); // stable: outer before inner
        insertions = [.. ordered.Select(i => (text.Lines.GetLinePosition(i.Position), i.Text.Length)).Select(i => new GuardInsertion(i.Item1.Line, i.Item1.Character, i.Length))];
        return SourceText.From(Rewritten(text.ToString(), ordered), Encoding.UTF8);
    }

    private static string Rewritten(string original, (int Position, string Text)[] insertions)
    {
        var result = new StringBuilder(original.Length + insertions.Sum(i => i.Text.Length));
        var from = 0;
        foreach (var (position, text) in insertions)
        {
            result.Append(original, from, position - from).Append(text);
            from = position;
        }
        return result.Append(original, from, original.Length - from).ToString();
    }

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        GuardBody(node.Statement);
        base.VisitWhileStatement(node);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        GuardBody(node.Statement);
        base.VisitDoStatement(node);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        GuardBody(node.Statement);
        base.VisitForStatement(node);
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        GuardBody(node.Statement);
        base.VisitForEachStatement(node);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        GuardBody(node.Statement);
        base.VisitForEachVariableStatement(node);
    }

    public override void VisitGotoStatement(GotoStatementSyntax node)
    {
        GuardBody(node);
        base.VisitGotoStatement(node);
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        GuardAfterAwait(node, node.SemicolonToken);
        if (!node.SemicolonToken.IsMissing && node.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ResetToDefault" } })
        {
            Insert(node.SpanStart, "{");
            Insert(node.Span.End, RestoreDisplays + "}");
        }
        base.VisitExpressionStatement(node);
    }

    public override void VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        GuardAfterAwait(node, node.SemicolonToken);
        base.VisitLocalDeclarationStatement(node);
    }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (node.Parent is CompilationUnitSyntax) GuardAfterAwait(node, node.SemicolonToken);
        base.VisitFieldDeclaration(node);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Exit" } access && access.Expression.ToString() is "Environment" or "System.Environment" or "global::System.Environment")
        {
            Insert(node.Expression.SpanStart, Class + "Exit/*");
            Insert(node.Expression.Span.End, "*/");
        }
        base.VisitInvocationExpression(node);
    }

    private void GuardBody(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            Insert(block.OpenBraceToken.Span.End, Check);
            return;
        }
        Insert(body.SpanStart, "{" + Check);
        Insert(body.Span.End, "}");
    }

    // Code resumed after an interrupted wait must not go on.
    private void GuardAfterAwait(SyntaxNode statement, SyntaxToken semicolon)
    {
        var listed = statement.Parent is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax or GlobalStatementSyntax;
        if (!listed || semicolon.IsMissing) return;
        if (statement.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax).Any(n => n is AwaitExpressionSyntax)) Insert(statement.Span.End, Check);
    }

    private void Insert(int position, string text) => _insertions.Add((position, text));
}
