using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Puts a guard at every back edge (loops, gotos), at the entry of functions and after awaits, so that an interrupt ends them anywhere.</summary>
/// <remarks>Works on the text: no line is added, so only columns have to be translated in error messages.</remarks>
internal sealed class GuardInserter : CSharpSyntaxWalker
{
    private readonly bool _expressionLambdas;

    private const string Check = "global::SynthNotebooks.Kernel.Scripting.CellGuard.Check();",
        Enter = "global::SynthNotebooks.Kernel.Scripting.CellGuard.Enter();";

    private readonly List<(int Position, string Text)> _insertions = [];

    private GuardInserter(bool expressionLambdas) => _expressionLambdas = expressionLambdas;

    /// <summary>The guarded text; the same instance when there is nothing to guard.</summary>
    /// <param name="tree">The user's code, without syntax errors.</param>
    /// <param name="expressionLambdas">Also lambdas without a block; not possible where one becomes an expression tree.</param>
    /// <param name="insertions">What was put where.</param>
    public static SourceText Guard(SyntaxTree tree, bool expressionLambdas, out IReadOnlyList<GuardInsertion> insertions)
    {
        var inserter = new GuardInserter(expressionLambdas);
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

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        GuardLambda(node);
        base.VisitSimpleLambdaExpression(node);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        GuardLambda(node);
        base.VisitParenthesizedLambdaExpression(node);
    }

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        GuardLambda(node);
        base.VisitAnonymousMethodExpression(node);
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        GuardFunction(node.Body, node.ExpressionBody, node.SemicolonToken, node.ReturnType, node.Modifiers, node.Identifier);
        base.VisitMethodDeclaration(node);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        GuardFunction(node.Body, node.ExpressionBody, node.SemicolonToken, node.ReturnType, node.Modifiers, node.Identifier);
        base.VisitLocalFunctionStatement(node);
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        GuardAfterAwait(node, node.SemicolonToken);
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

    // The worker threads of an endless Parallel.For only ever run its lambda, so the entry of a lambda is a back edge too.
    private void GuardLambda(AnonymousFunctionExpressionSyntax lambda)
    {
        if (lambda.Block is { } block) Insert(block.OpenBraceToken.Span.End, Check);
        else if (_expressionLambdas && lambda is { ExpressionBody: { } body, AsyncKeyword.RawKind: 0 })
        {
            // Whether an expression is the lambda's value is seen from its form; in doubt the lambda stays as it is.
            var isLoop = lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && IsParallelLoop(call) && IsStatement(body);
            if (!isLoop && (IsStatement(body) || body is AwaitExpressionSyntax or ThrowExpressionSyntax or RefExpressionSyntax or AnonymousFunctionExpressionSyntax)) return;
            Insert(body.SpanStart, "{" + Check + (isLoop ? "" : "return "));
            Insert(body.Span.End, ";}");
        }
    }

    private void GuardFunction(BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, TypeSyntax returns, SyntaxTokenList modifiers, SyntaxToken name)
    {
        var guard = CallsItself((SyntaxNode?)block ?? arrow, name.ValueText) ? Enter : Check;
        if (block is not null) Insert(block.OpenBraceToken.Span.End, guard);
        else if (guard == Enter && arrow is { Expression: not (ThrowExpressionSyntax or RefExpressionSyntax) } && returns is not RefTypeSyntax && !semicolon.IsMissing)
        {
            // `=> e;` becomes `{guard return e;}` in the places of the arrow and the semicolon; an unsuitable type only undoes the guards.
            if (modifiers.Any(SyntaxKind.AsyncKeyword)) return;
            var isVoid = returns is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
            _insertions.Add((arrow.ArrowToken.SpanStart, "{" + guard + (isVoid ? "" : "return ") + "/*"));
            _insertions.Add((arrow.ArrowToken.Span.End, "*/"));
            _insertions.Add((semicolon.Span.End, "}"));
        }
    }

    // Code resumed after an interrupted wait must not go on.
    private void GuardAfterAwait(SyntaxNode statement, SyntaxToken semicolon)
    {
        var listed = statement.Parent is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax or GlobalStatementSyntax;
        if (!listed || semicolon.IsMissing) return;
        if (statement.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax).Any(n => n is AwaitExpressionSyntax)) Insert(statement.Span.End, Check);
    }

    private static bool CallsItself(SyntaxNode? body, string name) =>
        body is not null && body.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == name);

    private static bool IsParallelLoop(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "For" or "ForEach" or "ForAll" };

    private static bool IsStatement(ExpressionSyntax body) => body is InvocationExpressionSyntax or AssignmentExpressionSyntax or ObjectCreationExpressionSyntax
        || body.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression;

    private void Insert(int position, string text) => _insertions.Add((position, text));
}
