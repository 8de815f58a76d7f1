using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SynthNotebooks.Kernel.Scripting;

/// <content>Lambdas and queries: what a library calls without end, as Parallel.For and LINQ do, has its back edge here.</content>
internal sealed partial class GuardInserter
{
    private const string Pass = Class + "Pass(";

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

    public override void VisitWhereClause(WhereClauseSyntax node)
    {
        if (_expressionLambdas && IsOfObjects(_model().GetQueryClauseInfo(node).OperationInfo.Symbol)) Wrap(node.Condition);
        base.VisitWhereClause(node);
    }

    public override void VisitSelectClause(SelectClauseSyntax node)
    {
        if (_expressionLambdas && IsOfObjects(_model().GetSymbolInfo(node).Symbol)) Wrap(node.Expression);
        base.VisitSelectClause(node);
    }

    private void GuardLambda(AnonymousFunctionExpressionSyntax lambda)
    {
        var guard = _recursive.Contains(lambda) ? Enter : Check;
        if (lambda.Block is { } block) Insert(block.OpenBraceToken.Span.End, guard);
        else if (_expressionLambdas && lambda.ExpressionBody is { } body && ReturnsValue(lambda, body) is { } value)
        {
            Insert(body.SpanStart, "{" + guard + (value ? "return " : ""));
            Insert(body.Span.End, ";}");
        }
    }

    // Null where the body must stay an expression. Most forms of an expression tell that it is a value; for the others the compiler is asked.
    private bool? ReturnsValue(AnonymousFunctionExpressionSyntax lambda, ExpressionSyntax body)
    {
        if (body is RefExpressionSyntax or ThrowExpressionSyntax) return null;
        var isAsync = !lambda.AsyncKeyword.IsKind(SyntaxKind.None);
        if (!isAsync && !CanBeStatement(body)) return true;
        if (_model().GetTypeInfo(lambda).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } || invoke.ReturnsByRef || invoke.ReturnsByRefReadonly) return null;
        return isAsync ? invoke.ReturnType is INamedTypeSymbol { Arity: 1 } : !invoke.ReturnsVoid;
    }

    private static bool CanBeStatement(ExpressionSyntax body) => body is InvocationExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax
        or AwaitExpressionSyntax or ConditionalAccessExpressionSyntax or AnonymousFunctionExpressionSyntax
        || body.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression
            or SyntaxKind.PostDecrementExpression or SyntaxKind.SuppressNullableWarningExpression;

    // Queries over databases become expression trees, which must stay as they are.
    private static bool IsOfObjects(ISymbol? operation) => operation?.ContainingType is { Name: "Enumerable" or "ParallelEnumerable", ContainingNamespace.Name: "Linq" };

    private void Wrap(ExpressionSyntax value)
    {
        Insert(value.SpanStart, Pass);
        Insert(value.Span.End, ")");
    }
}
