using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>A piece that has run and left something that later ones can see.</summary>
internal sealed class ChainLink
{
    private readonly Lock _gate = new();
    private readonly bool _isWhole;
    private CSharpCompilation? _compilation; // until the outline is made of it
    private SubmissionOutline? _outline;

    /// <param name="submission">As compiled; its image not yet read.</param>
    /// <param name="slot">Where its values stand in the session's list.</param>
    /// <param name="bringsReferences">Whether later pieces see libraries through it.</param>
    public ChainLink(Submission submission, int slot, bool bringsReferences)
    {
        _compilation = submission.Compilation;
        _isWhole = DeclaresAnonymousTypes(submission.Image);
        (Number, Slot, BringsReferences) = (submission.Number, slot, bringsReferences);
        var symbols = SubmissionOutline.SymbolsOf(submission.Compilation).ToArray();
        var root = submission.Compilation.SyntaxTrees[0].GetCompilationUnitRoot();
        Declared = [.. root.Usings.Where(import => import.Alias is not null).Select(import => new Declaration(import.Alias!.Name.Identifier.ValueText, "using", IsFunction: false)),
            .. symbols.Select(symbol => new Declaration(symbol.Name, SignatureOf(symbol), symbol is IMethodSymbol))];
        BringsIntoScope = bringsReferences || root.Usings.Count > 0 || root.Externs.Count > 0
            || symbols.Any(symbol => symbol is IMethodSymbol { IsExtensionMethod: true } or INamedTypeSymbol { MightContainExtensionMethods: true });
    }

    /// <summary>Its place in the session.</summary>
    public int Number { get; }

    /// <summary>Where its values stand in the session's list.</summary>
    public int Slot { get; }

    /// <summary>True when later pieces see libraries through it.</summary>
    public bool BringsReferences { get; }

    /// <summary>True when it can change what names of others mean: extensions, namespaces, libraries.</summary>
    public bool BringsIntoScope { get; }

    /// <summary>True when pieces can depend on it without any name of its own. Anonymous types of one shape are one type throughout.</summary>
    public bool IsAlwaysSeen => BringsIntoScope || _isWhole;

    public IReadOnlyList<Declaration> Declared { get; }

    /// <summary>What is left of it for later pieces.</summary>
    public SubmissionOutline Outline
    {
        get
        {
            Reduce();
            return _outline!;
        }
    }

    /// <summary>Keeps the outline alone, so that what it was compiled from, and behind, can be freed.</summary>
    public void Reduce()
    {
        lock (_gate)
        {
            _outline ??= SubmissionOutline.Of(_compilation!, _isWhole);
            _compilation = null;
        }
    }

    /// <summary>Its outline, compiled behind another piece.</summary>
    public CSharpCompilation After(CSharpCompilation previous) => SubmissionCompiler.Relink(Outline.Compilation, previous, Slot);

    private static string SignatureOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => HeadOf(method),
        INamedTypeSymbol type => $"`{type.Arity}",
        IFieldSymbol { Type: var type } => KindOf(type),
        IPropertySymbol { Type: var type } => KindOf(type),
        _ => "call",
    };

    // A call passes over what cannot be called.
    private static string KindOf(ITypeSymbol type) => type.TypeKind is TypeKind.Delegate or TypeKind.Dynamic or TypeKind.FunctionPointer ? "call" : "";

    // A function can be called by the names of its parameters or fit a delegate where a newer one does not, so all that stands before its body counts. What the
    // names in it mean may change: types of the session are told apart by the pieces that declare them.
    private static string HeadOf(IMethodSymbol method)
    {
        var types = method.Parameters.Select(parameter => parameter.Type).Prepend(method.ReturnType).Concat(method.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes));
        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
        var body = syntax.ChildNodes().FirstOrDefault(node => node is BlockSyntax or ArrowExpressionClauseSyntax);
        return syntax.ToString()[..((body?.SpanStart ?? syntax.Span.End) - syntax.SpanStart)] + string.Join(' ', types.Select(DocumentationCommentId.CreateReferenceId));
    }

    private static bool DeclaresAnonymousTypes(MemoryStream image)
    {
        if (image.Length == 0) return false;
        using var file = new PEReader(image, PEStreamOptions.LeaveOpen);
        var metadata = file.GetMetadataReader();
        var found = metadata.TypeDefinitions.Select(handle => metadata.GetString(metadata.GetTypeDefinition(handle).Name))
            .Any(name => name.StartsWith("<>f__Anonymous", StringComparison.Ordinal) || name.StartsWith("<>A", StringComparison.Ordinal) || name.StartsWith("<>F", StringComparison.Ordinal));
        image.Position = 0;
        return found;
    }

    /// <param name="Name">As in the text.</param>
    /// <param name="Signature">Of two declarations of one name and signature no search of the compiler's reaches the older.</param>
    /// <param name="IsFunction">True for what can have more of its name beside it.</param>
    public readonly record struct Declaration(string Name, string Signature, bool IsFunction);
}
