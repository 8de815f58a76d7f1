using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The call whose arguments are being written, and which of them.</summary>
/// <param name="Methods">What may be called: those that take as many arguments first.</param>
/// <param name="Parameter">Of the first of them; null when it takes none there.</param>
internal sealed record ArgumentInFocus(IReadOnlyList<ISymbol> Methods, IParameterSymbol? Parameter)
{
    public static ArgumentInFocus? At(SemanticModel model, SyntaxTree tree, int position)
    {
        var before = tree.GetRoot().FindToken(Math.Max(0, position - 1));
        if (before.SpanStart >= position) before = before.GetPreviousToken();
        var list = before.Parent?.AncestorsAndSelf().FirstOrDefault(n => n is BaseArgumentListSyntax or AttributeArgumentListSyntax && IsInside(n, position));
        if (list is null) return null;
        var (index, name) = Place(list, position);
        var methods = SiteMembers.CandidatesOf(model, list)
            .OrderBy(m => Takes(m, index, name) ? 0 : 1).ThenBy(m => Misfits(model, m, list)).ThenBy(m => m.Parameters is [.., { IsParams: true }] ? 1 : 0).ThenBy(m => m.Parameters.Length).ToArray();
        return methods.Length == 0 ? null : new ArgumentInFocus(methods, Find(methods[0], index, name));
    }

    private static bool IsInside(SyntaxNode list, int position)
    {
        var (open, close) = (list.GetFirstToken(), list.GetLastToken(includeZeroWidth: true));
        return position > open.SpanStart && (close.IsMissing || position <= close.SpanStart);
    }

    private static (int Index, string? Name) Place(SyntaxNode list, int position)
    {
        var index = list.ChildTokens().Count(t => t.IsKind(SyntaxKind.CommaToken) && t.Span.End <= position);
        var arguments = list is BaseArgumentListSyntax call ? call.Arguments.Select(a => a.NameColon) : ((AttributeArgumentListSyntax)list).Arguments.Select(a => a.NameColon);
        return (index, arguments.ElementAtOrDefault(index)?.Name.Identifier.ValueText);
    }

    private static bool Takes(IMethodSymbol method, int index, string? name) => (index == 0 && name is null) || Find(method, index, name) is not null;

    // Arguments that stand there already and do not fit the method.
    private static int Misfits(SemanticModel model, IMethodSymbol method, SyntaxNode list)
    {
        var misfits = 0;
        var arguments = (list as BaseArgumentListSyntax)?.Arguments ?? default;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Expression.Span.Length == 0 || arguments[i].RefKindKeyword.IsKind(SyntaxKind.OutKeyword)) continue;
            var parameter = Find(method, i, arguments[i].NameColon?.Name.Identifier.ValueText);
            if (parameter is null || (!parameter.IsParams && !model.ClassifyConversion(arguments[i].Expression, parameter.OriginalDefinition.Type).IsImplicit)) misfits++;
        }
        return misfits;
    }

    private static IParameterSymbol? Find(IMethodSymbol method, int index, string? name)
    {
        if (name is not null) return method.Parameters.FirstOrDefault(p => p.Name == name);
        return index < method.Parameters.Length ? method.Parameters[index] : method.Parameters is [.., { IsParams: true } last] ? last : null;
    }
}
