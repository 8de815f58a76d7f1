using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SynthNotebooks.Kernel.Scripting;

/// <content>Functions: a check at the entry of each that has a block, and of the stack where it may call itself.</content>
internal sealed partial class GuardInserter
{
    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        GuardFunction(node, node.Body, node.ExpressionBody, node.SemicolonToken, ReturnsValue(node.ReturnType, node.Modifiers));
        base.VisitMethodDeclaration(node);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        GuardFunction(node, node.Body, node.ExpressionBody, node.SemicolonToken, ReturnsValue(node.ReturnType, node.Modifiers));
        base.VisitLocalFunctionStatement(node);
    }

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        GuardFunction(node, node.Body, node.ExpressionBody, node.SemicolonToken, returnsValue: false);
        base.VisitConstructorDeclaration(node);
    }

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        GuardFunction(node, node.Body, node.ExpressionBody, node.SemicolonToken, returnsValue: true);
        base.VisitOperatorDeclaration(node);
    }

    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node)
    {
        GuardFunction(node, node.Body, node.ExpressionBody, node.SemicolonToken, returnsValue: true);
        base.VisitConversionOperatorDeclaration(node);
    }

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        if (node.Type is not RefTypeSyntax) GuardGetter(node, node.ExpressionBody, node.SemicolonToken);
        base.VisitPropertyDeclaration(node);
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        if (node.Type is not RefTypeSyntax) GuardGetter(node, node.ExpressionBody, node.SemicolonToken);
        base.VisitIndexerDeclaration(node);
    }

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        if (node.Parent?.Parent is not BasePropertyDeclarationSyntax { Type: RefTypeSyntax })
            GuardFunction(node, node.Body, node.ExpressionBody, node.SemicolonToken, node.IsKind(SyntaxKind.GetAccessorDeclaration));
        base.VisitAccessorDeclaration(node);
    }

    // `=> e;` becomes `{guard return e;}` in the places of the arrow and the semicolon; an unsuitable type only undoes the guards.
    private void GuardFunction(SyntaxNode function, BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, bool? returnsValue)
    {
        var guard = _recursive.Contains(function) ? Enter : Check;
        if (block is not null)
        {
            // Accessors, constructors and operators are called by code that has checks of its own.
            if (guard == Enter || function is MethodDeclarationSyntax or LocalFunctionStatementSyntax) Insert(block.OpenBraceToken.Span.End, guard);
        }
        else if (guard == Enter && returnsValue is { } value && IsRewritable(arrow, semicolon))
            ReplaceArrow(arrow!, semicolon, "{" + guard, value, "}");
    }

    private void GuardGetter(SyntaxNode owner, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon)
    {
        if (_recursive.Contains(owner) && IsRewritable(arrow, semicolon)) ReplaceArrow(arrow!, semicolon, "{get{" + Enter, returnsValue: true, "}}");
    }

    private void ReplaceArrow(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, string opening, bool returnsValue, string closing)
    {
        Insert(arrow.ArrowToken.SpanStart, opening + "/*");
        Insert(arrow.ArrowToken.Span.End, "*/");
        if (returnsValue) Insert(arrow.Expression.SpanStart, "return "); // where a failure's caret then points
        Insert(semicolon.Span.End, closing);
    }

    private static bool IsRewritable(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon) =>
        arrow is { Expression: not (ThrowExpressionSyntax or RefExpressionSyntax) } && !semicolon.IsMissing;

    // Null where the form does not tell: a reference is returned, or a task of a type that only the compiler knows.
    private static bool? ReturnsValue(TypeSyntax type, SyntaxTokenList modifiers)
    {
        if (type is RefTypeSyntax) return null;
        if (type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }) return false;
        if (!modifiers.Any(SyntaxKind.AsyncKeyword)) return true;
        return (type is QualifiedNameSyntax qualified ? qualified.Right : type) switch
        {
            GenericNameSyntax => true,
            IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } => false,
            _ => null,
        };
    }
}
