using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Tells what a name in a cell stands for: signature and documentation.</summary>
internal sealed class Inspector(SubmissionChain chain, DirectiveTable directives)
{
    private const int MostOverloads = 8;

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword);

    public MimeBundle? Inspect(string code, int position, CancellationToken cancellation)
    {
        var caret = CodeAtCaret.Of(code, position);
        if (caret.IsMagic(out var magic, out _)) return directives.Directives.FirstOrDefault(d => d.Name == magic) is { } directive ? MimeBundle.Text(directive.Help) : null;
        var tree = caret.Tree(cancellation);
        var symbols = SymbolsAt(tree, caret.Position, cancellation);
        return symbols.Count == 0 ? null : MimeBundle.Text(Describe(symbols, cancellation));
    }

    private IReadOnlyList<ISymbol> SymbolsAt(SyntaxTree tree, int position, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        var token = root.FindToken(Math.Min(position, Math.Max(0, root.FullSpan.End - 1)));
        if (!token.IsKind(SyntaxKind.IdentifierToken) && position > 0) token = root.FindToken(position - 1); // the caret stands behind the name
        if (token.IsKind(SyntaxKind.OpenParenToken)) token = token.GetPreviousToken();
        if (token.Parent is not { } node || token.Span.Length == 0) return [];
        var model = chain.Analyse(tree).GetSemanticModel(tree);
        if (model.GetDeclaredSymbol(node, cancellation) is { } declared) return [declared];
        var found = model.GetSymbolInfo(node, cancellation);
        if (found.Symbol is null && found.CandidateSymbols.IsEmpty && node is NameSyntax name)
            found = model.GetSpeculativeSymbolInfo(position, name, SpeculativeBindingOption.BindAsTypeOrNamespace);
        if (found.Symbol is null) return [.. found.CandidateSymbols.IsEmpty ? model.GetMemberGroup(node, cancellation) : found.CandidateSymbols];
        return found.Symbol is IMethodSymbol ? [found.Symbol, .. model.GetMemberGroup(node, cancellation).Where(m => !SymbolEqualityComparer.Default.Equals(m, found.Symbol))] : [found.Symbol];
    }

    private static string Describe(IReadOnlyList<ISymbol> symbols, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var symbol in symbols.Take(MostOverloads)) text.Append(symbol.ToDisplayString(Signature)).Append('\n');
        if (symbols.Count > MostOverloads) text.Append("... and ").Append(symbols.Count - MostOverloads).Append(" more overloads\n");
        var documentation = symbols.Select(s => s.GetDocumentationCommentXml(cancellationToken: cancellation)).FirstOrDefault(x => !string.IsNullOrEmpty(x));
        if (documentation is not null && Readable(documentation) is { Length: > 0 } readable) text.Append('\n').Append(readable);
        return text.ToString().TrimEnd();
    }

    private static string Readable(string documentation)
    {
        try
        {
            var xml = XElement.Parse(documentation);
            var lines = new List<string>();
            foreach (var part in xml.Elements())
            {
                var content = Words(part);
                if (content.Length == 0) continue;
                lines.AddRange(part.Name.LocalName switch
                {
                    "summary" => [content],
                    "param" or "typeparam" => [$"  {part.Attribute("name")?.Value}: {content}"],
                    "returns" => ["Returns: " + content],
                    "exception" => [$"Throws {ShortName(part.Attribute("cref")?.Value)}: {content}"],
                    "remarks" => ["", content],
                    _ => Array.Empty<string>(),
                });
            }
            return string.Join('\n', lines);
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static string Words(XElement part)
    {
        var text = string.Concat(part.DescendantNodes().Select(node => node switch
        {
            XText words => words.Value,
            XElement reference when reference.IsEmpty => ShortName((reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))?.Value),
            _ => "",
        }));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string ShortName(string? reference) => reference?.Split(':')[^1].Split('(')[0].Split('.')[^1].Split('`')[0] ?? "";
}
