using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
        (Number, Slot) = (submission.Number, slot);
        var symbols = SubmissionOutline.SymbolsOf(submission.Compilation).ToArray();
        Declared = [.. symbols.Select(symbol => new Declaration(symbol.Name, SignatureOf(symbol)))];
        var root = submission.Compilation.SyntaxTrees[0].GetCompilationUnitRoot();
        BringsIntoScope = bringsReferences || root.Usings.Count > 0 || root.Externs.Count > 0
            || symbols.Any(symbol => symbol is IMethodSymbol { IsExtensionMethod: true } or INamedTypeSymbol { MightContainExtensionMethods: true });
    }

    /// <summary>Its place in the session.</summary>
    public int Number { get; }

    /// <summary>Where its values stand in the session's list.</summary>
    public int Slot { get; }

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

    // Of a function the arity and the parameters; types of the session are told apart by the pieces that declare them.
    private static string SignatureOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method when method.GetDocumentationCommentId() is { } id && id.IndexOf('(') is >= 0 and var start => $"{method.Arity}{string.Concat(method.Parameters.Select(p => (int)p.RefKind))}{id.AsSpan(start)}",
        IMethodSymbol method => $"{method.Arity}()",
        INamedTypeSymbol type => $"`{type.Arity}",
        _ => "",
    };

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
    /// <param name="Signature">Two declarations of one name and signature hide each other: empty for variables, the parameters of a function, the arity of a type.</param>
    public readonly record struct Declaration(string Name, string Signature);
}
