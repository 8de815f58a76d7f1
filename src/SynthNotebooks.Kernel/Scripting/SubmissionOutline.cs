using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>A piece that has run, reduced to what later ones can see of it: declarations without statements and bodies.</summary>
/// <remarks>A variable stands with its type where that has a name, so that what its first value was made of is not needed any more.</remarks>
/// <param name="Compilation">Of the reduced text, after nothing.</param>
/// <param name="IsIndependent">True when it means the same behind whatever other pieces with no newer libraries.</param>
/// <param name="Names">Those that occur in the text, and so may have to be found in earlier pieces.</param>
/// <param name="Items">What completion offers of it.</param>
internal sealed record SubmissionOutline(CSharpCompilation Compilation, bool IsIndependent, IReadOnlyList<string> Names, IReadOnlyList<CompletionItem> Items)
{
    /// <param name="piece">Compiled without errors.</param>
    /// <param name="whole">Leaves its text as it is.</param>
    public static SubmissionOutline Of(CSharpCompilation piece, bool whole)
    {
        var alone = SubmissionCompiler.Relink(piece, null);
        var items = SymbolsOf(piece).Where(CompletionEngine.IsOffered).Select(CompletionEngine.ItemOf).ToArray();
        var tree = piece.SyntaxTrees[0];
        if (whole) return new SubmissionOutline(alone, IsIndependent: false, NamesIn(tree), items);
        var reduced = CSharpSyntaxTree.ParseText(SourceText.From(Reduce(piece, tree, out var isIndependent), Encoding.UTF8), SubmissionCompiler.ParseOptions, tree.FilePath);
        return new SubmissionOutline(alone.ReplaceSyntaxTree(tree, reduced), isIndependent, NamesIn(reduced), items);
    }

    /// <summary>What a piece declares for later ones.</summary>
    public static IEnumerable<ISymbol> SymbolsOf(CSharpCompilation piece) => piece.ScriptClass?.GetMembers().Where(member => member.CanBeReferencedByName) ?? [];

    /// <summary>All names that occur in a text; for an attribute the long form of its name as well.</summary>
    public static IReadOnlyList<string> NamesIn(SyntaxTree tree)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.ValueText.Length == 0) continue;
            names.Add(token.ValueText);
            if (token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is not null) names.Add(token.ValueText + "Attribute");
        }
        return [.. names];
    }

    private static string Reduce(CSharpCompilation piece, SyntaxTree tree, out bool isIndependent)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var fields = SymbolsOf(piece).OfType<IFieldSymbol>().ToArray();
        var text = new StringBuilder();
        var written = 0;
        foreach (var import in root.Externs.Cast<SyntaxNode>().Concat(root.Usings)) Write(import);
        foreach (var member in root.Members)
        {
            var declared = member is FieldDeclarationSyntax or GlobalStatementSyntax ? fields.Where(field => IsWithin(field, member.Span)).ToArray() : null;
            if (declared is null || !declared.All(field => HasNamedType(field, piece))) Write(member);
            else foreach (var field in declared) text.Append(DocumentationOf(field)).Append(field.IsStatic ? "static " : "").Append(field.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).Append(" @").Append(field.Name).Append(";\n");
        }
        isIndependent = written == 0;
        return text.ToString();

        void Write(SyntaxNode node)
        {
            text.Append(new Reducer().Visit(node).ToFullString()).Append('\n');
            written++;
        }
    }

    private static string DocumentationOf(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax declaration }
            ? string.Concat(declaration.GetLeadingTrivia().Where(trivia => trivia.GetStructure() is DocumentationCommentTriviaSyntax).Select(trivia => trivia.ToFullString() + "\n")) : "";

    private static bool IsWithin(IFieldSymbol field, TextSpan span) => field.DeclaringSyntaxReferences.Any(reference => span.Contains(reference.Span));

    private static bool HasNamedType(IFieldSymbol field, CSharpCompilation piece) => !field.IsConst && !field.IsReadOnly && !field.IsVolatile && field.RefKind == RefKind.None && field.CustomModifiers.IsEmpty
        && field.GetAttributes().IsEmpty && IsNamed(field.Type, piece);

    // A type of the session's own has a name, but which one that means may change.
    private static bool IsNamed(ITypeSymbol type, CSharpCompilation piece) => type switch
    {
        IArrayTypeSymbol array => array.CustomModifiers.IsEmpty && IsNamed(array.ElementType, piece),
        INamedTypeSymbol { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => false, // nint is a word that a type of the session's can take, as is dynamic
        INamedTypeSymbol { IsAnonymousType: false, IsFileLocal: false, TypeKind: not (TypeKind.Error or TypeKind.Submission) } named =>
            named.DeclaredAccessibility is Accessibility.Public or Accessibility.NotApplicable
            && (named.ContainingType is null ? IsUnambiguous(named, piece) : IsNamed(named.ContainingType, piece)) && named.TypeArguments.All(argument => IsNamed(argument, piece)),
        _ => false,
    };

    // Two libraries may have a type of one name.
    private static bool IsUnambiguous(INamedTypeSymbol type, CSharpCompilation piece) => type.SpecialType != SpecialType.None || type.IsTupleType
        || piece.GetTypesByMetadataName(type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}").Count(found => found.DeclaredAccessibility == Accessibility.Public) == 1;

    // No body is looked into again. Directives may begin in one declaration and end in another; they have done their work.
    private sealed class Reducer : CSharpSyntaxRewriter
    {
        private static readonly BlockSyntax Nothing = SyntaxFactory.Block();
        private static readonly ExpressionSyntax Default = SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression);

        public override SyntaxTrivia VisitTrivia(SyntaxTrivia trivia) => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) ? default : trivia;

        public override SyntaxNode? VisitBlock(BlockSyntax node) =>
            node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax && !CanMakeFields(node) ? Nothing : base.VisitBlock(node);

        public override SyntaxNode? VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) =>
            CanMakeFields(node) ? base.VisitArrowExpressionClause(node) : node.WithExpression(Default);

        // A parameter of the type or the word "field" in a body is a field, and it depends on a struct's fields what it can be used for.
        private static bool CanMakeFields(SyntaxNode body) => body.FirstAncestorOrSelf<TypeDeclarationSyntax>() is StructDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword };
    }
}
