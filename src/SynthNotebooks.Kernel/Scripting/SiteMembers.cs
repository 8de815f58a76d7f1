using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>What can stand at places that take names of their own: arguments, initializers, patterns, overrides.</summary>
internal static class SiteMembers
{
    /// <summary>The names of a call's parameters that are not given yet, each with its colon.</summary>
    public static IEnumerable<CompletionItem> NamedArguments(SemanticModel model, BaseArgumentListSyntax list)
    {
        var given = list.Arguments.Where(a => a.NameColon is not null).Select(a => a.NameColon!.Name.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        var position = list.Arguments.TakeWhile(a => a.NameColon is null && !a.Expression.IsMissing && a.Expression.Span.Length > 0).Count();
        return CandidatesOf(model, list).SelectMany(m => m.Parameters.Skip(Math.Max(0, Math.Min(position, m.Parameters.Length) - 1)))
            .Where(p => p.Name.Length > 0 && !given.Contains(p.Name)).DistinctBy(p => p.Name)
            .Select(p => new CompletionItem(p.Name + ":", "parameter", p.ToDisplayString(SymbolFormat.Short)));
    }

    /// <summary>The methods or constructors that a list of arguments may belong to.</summary>
    public static IReadOnlyList<IMethodSymbol> CandidatesOf(SemanticModel model, SyntaxNode list)
    {
        IEnumerable<ISymbol> found = list.Parent switch
        {
            InvocationExpressionSyntax call => Invoked(model, call),
            BaseObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is INamedTypeSymbol type => type.InstanceConstructors.Where(c => model.IsAccessible(list.SpanStart, c)),
            ConstructorInitializerSyntax initializer => All(model.GetSymbolInfo(initializer)),
            PrimaryConstructorBaseTypeSyntax baseType when model.GetTypeInfo(baseType.Type).Type is INamedTypeSymbol type => type.InstanceConstructors,
            AttributeSyntax attribute => All(model.GetSymbolInfo(attribute)),
            _ => [],
        };
        return [.. found.OfType<IMethodSymbol>()];
    }

    private static ImmutableArray<ISymbol> Invoked(SemanticModel model, InvocationExpressionSyntax call)
    {
        var group = model.GetMemberGroup(call.Expression);
        if (group.Length > 0) return group;
        if (model.GetTypeInfo(call.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }) return [invoke];
        return All(model.GetSymbolInfo(call));
    }

    /// <summary>What can be set in the braces, without what is set there already.</summary>
    public static IEnumerable<ISymbol> OfInitializer(SemanticModel model, InitializerExpressionSyntax braces, int position)
    {
        var type = braces.Parent switch
        {
            WithExpressionSyntax with => model.GetTypeInfo(with.Expression).Type,
            AssignmentExpressionSyntax nested => model.GetTypeInfo(nested.Left).Type,
            { } creation => model.GetTypeInfo(creation).Type,
            _ => null,
        };
        if (type is null) return [];
        var set = braces.Expressions.OfType<AssignmentExpressionSyntax>().Select(a => a.Left.ToString()).ToHashSet(StringComparer.Ordinal);
        return model.LookupSymbols(position, type).Where(s => !s.IsStatic && !set.Contains(s.Name)
            && s is IPropertySymbol { SetMethod: not null, IsIndexer: false } or IFieldSymbol { IsReadOnly: false, IsConst: false });
    }

    /// <summary>What a pattern can look at.</summary>
    public static IEnumerable<ISymbol> OfPattern(SemanticModel model, PropertyPatternClauseSyntax braces, int position)
    {
        var type = braces.Parent is RecursivePatternSyntax pattern ? (pattern.Type is { } named ? model.GetTypeInfo(named).Type : model.GetTypeInfo(pattern).ConvertedType) : null;
        return type is null ? [] : model.LookupSymbols(position, type).Where(s => !s.IsStatic && s is IPropertySymbol { IsIndexer: false } or IFieldSymbol);
    }

    /// <summary>Members that a type can override, each with a body that calls the base's, by name.</summary>
    public static IEnumerable<(string Name, CompletionItem Item)> Overrides(SemanticModel model, TypeDeclarationSyntax declaration, bool hasType)
    {
        if (model.GetDeclaredSymbol(declaration) is not INamedTypeSymbol type) yield break;
        var seen = type.GetMembers().Where(m => m.IsOverride && m.Name.Length > 0).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        for (var of = type.BaseType; of is not null; of = of.BaseType)
            foreach (var member in of.GetMembers().Where(m => (m.IsVirtual || m.IsAbstract || m.IsOverride) && !m.IsSealed && m.DeclaredAccessibility is not Accessibility.Private))
            {
                if (member is not (IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol { IsIndexer: false }) || member.Name == "Finalize" || seen.Contains(member.Name)) continue;
                seen.Add(member.Name);
                var head = member.ToDisplayString(SymbolFormat.Declaration);
                var text = head + Body(member);
                if (hasType) text = text[text.IndexOf(member.Name, StringComparison.Ordinal)..];
                yield return (member.Name, new CompletionItem(text, "function", head));
            }
    }

    private static string Body(ISymbol member)
    {
        const string none = "throw new NotImplementedException()";
        if (member is IMethodSymbol method)
        {
            var call = $"base.{method.Name}({string.Join(", ", method.Parameters.Select(p => (p.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", _ => "" }) + p.Name))})";
            return $" => {(method.IsAbstract ? none : call)};";
        }
        var property = (IPropertySymbol)member;
        var get = property.GetMethod is null ? "" : $" get => {(property.IsAbstract ? none : $"base.{property.Name}")};";
        var set = property.SetMethod is null ? "" : $" {(property.SetMethod.IsInitOnly ? "init" : "set")} => {(property.IsAbstract ? none : $"base.{property.Name} = value")};";
        return $" {{{get}{set} }}";
    }

    private static ImmutableArray<ISymbol> All(SymbolInfo info) => info.Symbol is { } one ? [one] : info.CandidateSymbols;
}
