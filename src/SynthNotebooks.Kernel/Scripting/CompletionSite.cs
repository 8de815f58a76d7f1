using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The place of a word that is being typed, by what stands before it.</summary>
internal sealed class CompletionSite
{
    private readonly SyntaxToken _before;

    public CompletionSite(SyntaxTree tree, int wordStart)
    {
        Start = wordStart;
        var token = tree.GetRoot().FindToken(Math.Max(0, wordStart - 1));
        _before = wordStart == 0 || token.SpanStart >= wordStart ? token.GetPreviousToken() : token;
    }

    /// <summary>Where the word begins.</summary>
    public int Start { get; }

    /// <summary>What stands before the dot, if the word follows one.</summary>
    public ExpressionSyntax? Owner => !_before.IsKind(SyntaxKind.DotToken) ? null : _before.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        QualifiedNameSyntax qualified => qualified.Left,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression,
        _ => null,
    };

    /// <summary>The <c>using</c> whose name is being typed.</summary>
    public UsingDirectiveSyntax? Using => _before.Parent?.AncestorsAndSelf().OfType<UsingDirectiveSyntax>().FirstOrDefault(u => u.SemicolonToken.IsMissing || Start <= u.SemicolonToken.SpanStart);

    /// <summary>The braces of <c>new X { | }</c> or <c>x with { | }</c>, where the name of a member begins.</summary>
    public InitializerExpressionSyntax? Initializer => (_before.IsKind(SyntaxKind.OpenBraceToken) || _before.IsKind(SyntaxKind.CommaToken))
        && _before.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax or WithExpressionSyntax or AssignmentExpressionSyntax } braces
        && braces.Kind() is SyntaxKind.ObjectInitializerExpression or SyntaxKind.WithInitializerExpression or SyntaxKind.CollectionInitializerExpression
            ? (InitializerExpressionSyntax)_before.Parent : null;

    /// <summary>The braces of <c>x is { | }</c>, where the name of a property begins.</summary>
    public PropertyPatternClauseSyntax? Pattern => (_before.IsKind(SyntaxKind.OpenBraceToken) || _before.IsKind(SyntaxKind.CommaToken)) ? _before.Parent as PropertyPatternClauseSyntax : null;

    /// <summary>The call whose next argument begins here.</summary>
    public BaseArgumentListSyntax? Arguments => _before.IsKind(SyntaxKind.OpenParenToken) || _before.IsKind(SyntaxKind.CommaToken) ? _before.Parent as BaseArgumentListSyntax : null;

    /// <summary>The type whose member is being overridden; with the return type if it stands there already.</summary>
    public TypeDeclarationSyntax? Overriding(out bool hasType)
    {
        hasType = false;
        var token = _before;
        for (var steps = 0; steps < 12 && !token.IsKind(SyntaxKind.None); steps++, token = token.GetPreviousToken())
        {
            if (token.IsKind(SyntaxKind.OverrideKeyword)) return token.Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().FirstOrDefault();
            if (token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.SemicolonToken or SyntaxKind.EqualsToken or SyntaxKind.OpenParenToken) return null;
            if (!SyntaxFacts.IsAccessibilityModifier(token.Kind()) && token.Kind() is not (SyntaxKind.SealedKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword)) hasType = true;
        }
        return null;
    }
}
