using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Completes magics, C# names and members, and the keys of indexers.</summary>
internal sealed class CompletionEngine(SubmissionChain chain, DirectiveTable directives, ISessionVariables variables, KeyCompletion keys)
{
    private const int MostMatches = 2000, MostDescribed = 100;

    private static readonly string[] Keywords = [.. SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText)
        .Where(k => k.Length > 1 && !k.StartsWith('_') && !k.Contains('#')).Distinct().Order(StringComparer.Ordinal)];

    private static readonly CompletionItem[] Preprocessor = [.. ((string[])["#define", "#elif", "#else", "#endif", "#endregion", "#error", "#if", "#nullable", "#pragma", "#region", "#undef", "#warning"])
        .Select(word => new CompletionItem(word, "keyword"))];

    public CompletionList Complete(string code, int position, CancellationToken cancellation)
    {
        var caret = CodeAtCaret.Of(code, position);
        if (caret.IsMagic(out var name, out var argumentsStart)) return CompleteMagic(caret, name, argumentsStart);
        if (keys.At(caret) is { } found) return found;

        var tree = caret.Tree(cancellation);
        if (IsText(tree, caret.Position)) return new CompletionList([], caret.Position, caret.Position);
        var model = chain.Analyse(tree).GetSemanticModel(tree);
        return new CompletionList(Matching(ItemsAt(model, new CompletionSite(tree, caret.WordStart), caret.Word, cancellation), caret.Word), caret.WordStart, caret.Position);
    }

    /// <summary>A symbol as it is offered, with its signature.</summary>
    public static CompletionItem ItemOf(ISymbol symbol) => new(symbol.Name, KindOf(symbol), symbol.ToDisplayString(SymbolFormat.Short));

    // The word filters first of all, because looking at a symbol's attributes is dear.
    private IEnumerable<(string Name, CompletionItem Item)> ItemsAt(SemanticModel model, CompletionSite site, string word, CancellationToken cancellation)
    {
        if (site.Overriding(out var hasType) is { } declaration) return SiteMembers.Overrides(model, declaration, hasType);
        if (site.Using is { } import && site.Owner is null)
        {
            var takesTypes = import.Alias is not null || !import.StaticKeyword.IsKind(SyntaxKind.None);
            return Named(model.LookupNamespacesAndTypes(site.Start).Where(s => s is INamespaceSymbol || takesTypes), takesTypes ? chain.NamesOutOfSight(word).Where(IsType) : []);
        }
        if (site.Using is { } dotted && site.Owner is { } space)
            return Named(Members(model, space, site.Start, cancellation).Where(s => s is INamespaceSymbol || dotted.Alias is not null || !dotted.StaticKeyword.IsKind(SyntaxKind.None)));
        if (site.Initializer is { } braces && SiteMembers.OfInitializer(model, braces, site.Start).ToArray() is { Length: > 0 } members) return Named(members);
        if (site.Pattern is { } pattern) return Named(SiteMembers.OfPattern(model, pattern, site.Start));
        if (site.Owner is { } owner) return Named(Members(model, owner, site.Start, cancellation));
        var names = Named(model.LookupSymbols(site.Start), chain.NamesOutOfSight(word)).Concat(Keywords.Select(k => (k, new CompletionItem(k, "keyword"))));
        return site.Arguments is { } list ? SiteMembers.NamedArguments(model, list).Select(i => (i.Text, i)).Concat(names) : names;

        // Signatures are for lists that somebody may read to the end.
        IEnumerable<(string, CompletionItem)> Named(IEnumerable<ISymbol> symbols, IEnumerable<CompletionItem>? outOfSight = null)
        {
            var further = outOfSight?.DistinctBy(item => item.Text).ToArray() ?? [];
            var newer = further.Select(item => item.Text).ToHashSet(StringComparer.Ordinal);
            var found = symbols.Where(s => s.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !newer.Contains(s.Name)).Where(IsOffered).DistinctBy(s => s.Name).ToArray();
            var isShort = found.Length + further.Length <= MostDescribed;
            return found.Select(s => isShort ? ItemOf(s) : new CompletionItem(s.Name, KindOf(s), "")).Concat(further.Select(item => isShort ? item : item with { Description = "" })).Select(item => (item.Text, item));
        }
    }

    private CompletionList CompleteMagic(CodeAtCaret caret, string name, int argumentsStart)
    {
        var start = caret.LineStart + caret.Line.Length - caret.Line.TrimStart().Length;
        if (argumentsStart < 0)
        {
            var typed = caret.Text[start..caret.Position];
            var names = directives.Directives.Where(d => d is not OtherLanguageDirective).Select(d => new CompletionItem(d.Name, "magic", d.Description)).Concat(Preprocessor);
            return new CompletionList([.. names.Where(n => n.Text.StartsWith(typed, StringComparison.Ordinal))], start, caret.Position);
        }
        if (directives.Directives.FirstOrDefault(d => d.Name == name) is not { } directive) return new CompletionList([], caret.Position, caret.Position);
        var found = directive.Complete(caret.Text[argumentsStart..(caret.LineStart + caret.Line.Length)], caret.Position - argumentsStart, variables);
        return found with { Start = found.Start + argumentsStart, End = found.End + argumentsStart };
    }

    private static IEnumerable<ISymbol> Members(SemanticModel model, ExpressionSyntax owner, int position, CancellationToken cancellation)
    {
        var symbol = model.GetSymbolInfo(owner, cancellation).Symbol ?? (owner is NameSyntax name ? model.GetSpeculativeSymbolInfo(owner.SpanStart, name, SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol : null);
        switch (symbol)
        {
            case INamespaceSymbol space:
                return model.LookupNamespacesAndTypes(position, space);
            case ITypeSymbol type:
                return model.LookupSymbols(position, type).Where(s => s.IsStatic || s is ITypeSymbol or IFieldSymbol { IsConst: true });
        }
        if (model.GetTypeInfo(owner, cancellation).Type is not { TypeKind: not TypeKind.Error } of) return [];
        if (of is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] } && owner.Parent is ConditionalAccessExpressionSyntax) of = underlying;
        return model.LookupSymbols(position, of, includeReducedExtensionMethods: true).Where(s => !s.IsStatic && s is not ITypeSymbol);
    }

    private static bool IsText(SyntaxTree tree, int position)
    {
        var token = tree.GetRoot().FindToken(Math.Max(0, position - 1));
        var inside = token.SpanStart < position && position <= token.Span.End;
        return inside && token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.NumericLiteralToken
            && !(token.IsKind(SyntaxKind.StringLiteralToken) && position == token.Span.End && !token.ContainsDiagnostics) // behind the quote; an error is that there is none
            || tree.GetRoot().FindTrivia(Math.Max(0, position - 1)).Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
    }

    /// <summary>Whether a symbol is one for completion.</summary>
    public static bool IsOffered(ISymbol symbol) => symbol.CanBeReferencedByName && !symbol.IsImplicitlyDeclared && !symbol.Name.Contains('<')
        && symbol is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction) }
        && !symbol.GetAttributes().Any(a => a.AttributeClass?.Name == "EditorBrowsableAttribute" && a.ConstructorArguments is [{ Value: 1 }]);

    private static bool IsType(CompletionItem item) => item.Kind is "class" or "struct" or "interface" or "enum";

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "function",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        INamespaceSymbol => "namespace",
        ITypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        ITypeSymbol { TypeKind: TypeKind.Enum } => "enum",
        ITypeSymbol { TypeKind: TypeKind.Struct } => "struct",
        ITypeSymbol => "class",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Submission } or ILocalSymbol or IParameterSymbol => "variable",
        _ => "field",
    };

    private static IReadOnlyList<CompletionItem> Matching(IEnumerable<(string Name, CompletionItem Item)> items, string word)
    {
        var any = items.Where(i => i.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase)).DistinctBy(i => i.Item.Text).ToArray();
        var exact = any.Where(i => i.Name.StartsWith(word, StringComparison.Ordinal)).ToArray();
        return [.. (exact.Length > 0 ? exact : any).Select(i => i.Item).OrderBy(Rank).ThenBy(i => i.Text, StringComparer.Ordinal).Take(MostMatches)];
    }

    // What the user has named comes first.
    private static int Rank(CompletionItem item) => item.Kind switch { "parameter" => 0, "variable" => 1, _ => 2 };
}
