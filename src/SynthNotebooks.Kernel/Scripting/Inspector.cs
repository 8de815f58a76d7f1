using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Formatting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Tells what a name in a cell stands for: signature and documentation.</summary>
internal sealed class Inspector(SubmissionChain chain, DirectiveTable directives, ISessionVariables variables)
{
    private const int MostOverloads = 8;

    public MimeBundle? Inspect(string code, int position, CancellationToken cancellation)
    {
        var caret = CodeAtCaret.Of(code, position);
        if (caret.IsMagic(out var magic, out _)) return directives.Directives.FirstOrDefault(d => d.Name == magic) is { } directive ? MimeBundle.Text(directive.Help) : null;
        var tree = caret.Tree(cancellation);
        var model = chain.Analyse(tree).GetSemanticModel(tree);
        var symbols = SymbolsAt(model, tree, caret.Position, cancellation);
        var text = symbols.Count > 0 ? Describe(symbols, cancellation) : ArgumentInFocus.At(model, tree, caret.Position) is { } focus ? Describe(focus, cancellation) : null;
        return text is null ? null : MimeBundle.Text(MessageText.Of(text));
    }

    private string Describe(ArgumentInFocus focus, CancellationToken cancellation)
    {
        var text = new StringBuilder(Describe(focus.Methods, cancellation));
        if (focus.Parameter is null) return text.ToString();
        text.Insert(0, $"-> {focus.Parameter.ToDisplayString(SymbolFormat.Short)}\n\n");
        return text.ToString();
    }

    private static IReadOnlyList<ISymbol> SymbolsAt(SemanticModel model, SyntaxTree tree, int position, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        var token = root.FindToken(Math.Min(position, Math.Max(0, root.FullSpan.End - 1)));
        if (!token.IsKind(SyntaxKind.IdentifierToken) && position > 0) token = root.FindToken(position - 1); // the caret stands behind the name
        if (position < token.SpanStart || position > token.Span.End) return []; // between the tokens
        if (token.Parent is not { } node || token.Span.Length == 0 || token.Kind() is SyntaxKind.OpenParenToken or SyntaxKind.CommaToken or SyntaxKind.CloseParenToken) return [];
        if (model.GetDeclaredSymbol(node, cancellation) is { } declared) return declared is INamedTypeSymbol { CanBeReferencedByName: false } ? [] : [declared]; // the class around a cell
        var found = model.GetSymbolInfo(node, cancellation);
        if (found.Symbol is null && found.CandidateSymbols.IsEmpty && node is NameSyntax name)
            found = model.GetSpeculativeSymbolInfo(position, name, SpeculativeBindingOption.BindAsTypeOrNamespace);
        if (found.Symbol is null) return [.. found.CandidateSymbols.IsEmpty ? model.GetMemberGroup(node, cancellation) : found.CandidateSymbols];
        return found.Symbol is IMethodSymbol ? [found.Symbol, .. model.GetMemberGroup(node, cancellation).Where(m => !SymbolEqualityComparer.Default.Equals(m, found.Symbol))] : [found.Symbol];
    }

    private string Describe(IReadOnlyList<ISymbol> found, CancellationToken cancellation)
    {
        // A function that was declared again hides the one before it.
        var symbols = found.DistinctBy(symbol => symbol.ToDisplayString(SymbolFormat.Signature)).ToArray();
        var text = new StringBuilder();
        foreach (var symbol in symbols.Take(MostOverloads)) text.Append(symbol.ToDisplayString(SymbolFormat.Signature)).Append('\n');
        if (symbols is [IFieldSymbol { ContainingType.TypeKind: TypeKind.Submission } variable] && ValueOf(variable.Name) is { } value) text.Append("= ").Append(value).Append('\n');
        if (symbols.Length > MostOverloads) text.Append("... and ").Append(symbols.Length - MostOverloads).Append(" more overloads\n");
        var documentation = symbols.Select(s => s.GetDocumentationCommentXml(cancellationToken: cancellation)).FirstOrDefault(x => !string.IsNullOrEmpty(x));
        if (documentation is not null && Readable(documentation) is { Length: > 0 } readable) text.Append('\n').Append(readable);
        return text.ToString().TrimEnd();
    }

    // A cell may be running, so that only what is known at a glance is told, and no code of the user's called.
    private string? ValueOf(string name) => variables.TryGet(name, out var value) && (value is null || (ValueFormatter.IsScalar(value.GetType()) && value is not Delegate)) ? CellText.Of(value).Text : null;

    private static string Readable(string documentation)
    {
        try
        {
            var xml = XElement.Parse(documentation.StartsWith('<') ? documentation : $"<doc>{documentation}</doc>");
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
