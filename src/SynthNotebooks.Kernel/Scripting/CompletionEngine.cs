using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Completes magics, C# names and members, and the keys of indexers.</summary>
internal sealed partial class CompletionEngine(SubmissionChain chain, DirectiveTable directives, ISessionVariables variables, Func<object, IEnumerable<string>?>? indexerKeys)
{
    private const int MostMatches = 2000;

    private static readonly string[] Keywords = [.. SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText)
        .Where(k => k.Length > 1 && !k.StartsWith('_') && !k.Contains('#')).Distinct().Order(StringComparer.Ordinal)];

    public CompletionList Complete(string code, int position, CancellationToken cancellation)
    {
        var caret = CodeAtCaret.Of(code, position);
        if (caret.IsMagic(out var name, out var argumentsStart)) return CompleteMagic(caret, name, argumentsStart);
        if (CompleteKey(caret) is { } keys) return keys;

        var tree = caret.Tree(cancellation);
        if (IsText(tree, caret.Position)) return new CompletionList([], caret.Position, caret.Position);
        var model = chain.Analyse(tree).GetSemanticModel(tree);
        var owner = OwnerOf(tree, caret.WordStart);
        var symbols = owner is null ? model.LookupSymbols(caret.WordStart) : Members(model, owner, caret.WordStart, cancellation);
        var word = caret.Word; // first of all, because looking at a symbol's attributes is dear
        var items = symbols.Where(s => s.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Where(IsOffered).Select(Item).Concat(owner is null ? Keywords.Select(k => new CompletionItem(k, "keyword")) : []);
        return new CompletionList(Matching(items, word), caret.WordStart, caret.Position);
    }

    private CompletionList CompleteMagic(CodeAtCaret caret, string name, int argumentsStart)
    {
        var start = caret.LineStart + caret.Line.Length - caret.Line.TrimStart().Length;
        if (argumentsStart < 0)
        {
            var typed = caret.Text[start..caret.Position];
            var names = directives.Directives.Where(d => d is not OtherLanguageDirective && d.Name.StartsWith(typed, StringComparison.Ordinal));
            return new CompletionList([.. names.Select(d => new CompletionItem(d.Name, "magic", d.Description))], start, caret.Position);
        }
        if (directives.Directives.FirstOrDefault(d => d.Name == name) is not { } directive) return new CompletionList([], caret.Position, caret.Position);
        var found = directive.Complete(caret.Text[argumentsStart..(caret.LineStart + caret.Line.Length)], caret.Position - argumentsStart, variables);
        return found with { Start = found.Start + argumentsStart, End = found.End + argumentsStart };
    }

    private CompletionList? CompleteKey(CodeAtCaret caret)
    {
        var match = KeyBeingTyped().Match(caret.Line[..Math.Min(caret.Position - caret.LineStart, caret.Line.Length)]);
        if (!match.Success || !variables.TryGet(match.Groups[1].Value, out var value) || value is null || indexerKeys?.Invoke(value) is not { } keys) return null;
        var typed = match.Groups[2].Value;
        return new CompletionList([.. keys.Where(k => k.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(k => new CompletionItem(k, "property"))], caret.Position - typed.Length, caret.Position);
    }

    // What stands before the dot, if the word follows one.
    private static ExpressionSyntax? OwnerOf(SyntaxTree tree, int wordStart)
    {
        var before = tree.GetRoot().FindToken(Math.Max(0, wordStart - 1));
        if (wordStart == 0 || before.SpanStart >= wordStart) before = before.GetPreviousToken();
        else if (!before.IsKind(SyntaxKind.DotToken) && before.Span.End > wordStart) return null;
        if (!before.IsKind(SyntaxKind.DotToken)) return null;
        return before.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax qualified => qualified.Left,
            MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression,
            _ => null,
        };
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
            && !(token.IsKind(SyntaxKind.StringLiteralToken) && position == token.Span.End)
            || tree.GetRoot().FindTrivia(Math.Max(0, position - 1)).Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
    }

    private static bool IsOffered(ISymbol symbol) => symbol.CanBeReferencedByName && !symbol.IsImplicitlyDeclared && !symbol.Name.Contains('<')
        && symbol is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction) }
        && !symbol.GetAttributes().Any(a => a.AttributeClass?.Name == "EditorBrowsableAttribute" && a.ConstructorArguments is [{ Value: 1 }]);

    private static CompletionItem Item(ISymbol symbol) => new(symbol.Name, symbol switch
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
    });

    private static IReadOnlyList<CompletionItem> Matching(IEnumerable<CompletionItem> items, string word)
    {
        var any = items.Where(i => i.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase)).DistinctBy(i => i.Text).ToArray();
        var exact = any.Where(i => i.Text.StartsWith(word, StringComparison.Ordinal)).ToArray();
        return [.. (exact.Length > 0 ? exact : any).OrderBy(i => i.Kind != "variable").ThenBy(i => i.Text, StringComparer.Ordinal).Take(MostMatches)];
    }

    [GeneratedRegex(@"(\w+)\[""([^""\]]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyBeingTyped();
}
