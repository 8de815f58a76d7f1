using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Compiles pieces of C#, each on top of the one before.</summary>
internal static class SubmissionCompiler
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    private static readonly EmitOptions Emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    // Roslyn keeps the symbols of a metadata file with the file and reuses them, but two compilations that bind at the same time make two sets:
    // a later one may pick the set that its predecessor does not know, and every type is ambiguous with itself.
    private static readonly Lock Binding = new();

    /// <param name="number">Place in the session.</param>
    /// <param name="source">The user's text; told which guards went into it.</param>
    /// <param name="previous">What it sees.</param>
    /// <param name="slots">How many pieces of the session have values.</param>
    /// <param name="references">Additional assemblies.</param>
    /// <param name="cancellation">Ends the compilation.</param>
    /// <exception cref="CompilationException">The text has errors.</exception>
    public static Submission Compile(int number, CellSource source, CSharpCompilation previous, int slots, ImmutableArray<MetadataReference> references, CancellationToken cancellation)
    {
        var path = PathOf(number);
        var plainTree = Parse(source, number, cancellation);
        var syntaxErrors = Errors(plainTree.GetDiagnostics(cancellation));
        if (syntaxErrors.Count > 0) throw new CompilationException(source, syntaxErrors);

        var options = Options(number, []);
        SemanticModel? model = null;
        var (result, insertions) = EmitGuarded(expressionLambdas: true);
        if (result.Errors.Count > 0 && insertions.Count > 0) (result, insertions) = EmitGuarded(expressionLambdas: false);
        // Errors are told in the user's own text; where only the guards are at fault the cell runs without them.
        if (result.Errors.Count > 0 && insertions.Count > 0) (result, insertions) = (TryEmit(plainTree), []);
        if (result.Errors.Count > 0) throw new CompilationException(source, result.Errors, result.Compilation);
        source.Insertions = insertions;
        return new Submission(number, source, result.Compilation, result.Image, result.Symbols, HasResult(result.Compilation, cancellation), Declares(result.Compilation));

        (Emitted Result, IReadOnlyList<GuardInsertion> Insertions) EmitGuarded(bool expressionLambdas)
        {
            var text = GuardInserter.Guard(plainTree, expressionLambdas, () => model ??= PlainModel(), out var guards);
            return (TryEmit(guards.Count == 0 ? plainTree : CSharpSyntaxTree.ParseText(text, ParseOptions, path, cancellation)), guards);
        }

        SemanticModel PlainModel() => Create(NameOf(number), plainTree, references, options, previous).GetSemanticModel(plainTree);

        Emitted TryEmit(SyntaxTree tree)
        {
            var compilation = Create(NameOf(number), tree, references, options, previous);
            SlotOf(compilation) = HasCode(tree) ? slots + 1 : slots; // the compiler would count the pieces that this one sees
            MemoryStream image = new(), symbols = new();
            if (!HasCode(tree)) return new(compilation, image, symbols, Errors(compilation.GetDiagnostics(cancellation)));
            var emitted = compilation.Emit(image, symbols, options: Emit, cancellationToken: cancellation);
            (image.Position, symbols.Position) = (0, 0);
            return new(compilation, image, symbols, emitted.Success ? [] : Errors(emitted.Diagnostics));
        }
    }

    /// <summary>The user's text as a piece of a session.</summary>
    public static SyntaxTree Parse(CellSource source, int number, CancellationToken cancellation) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), ParseOptions, PathOf(number), cancellation);

    /// <summary>A compilation for questions about a text, never run.</summary>
    public static CSharpCompilation Analyse(SyntaxTree tree, CSharpCompilation previous, ImmutableArray<MetadataReference> references) =>
        Create("analysis", tree, references, Options(0, []), previous);

    /// <summary>An empty compilation that all others follow: they inherit its references and namespaces, and so need none of their own.</summary>
    public static CSharpCompilation Root(ImmutableArray<MetadataReference> references, IEnumerable<string> usings) =>
        Create("session", CSharpSyntaxTree.ParseText("", ParseOptions), references, Options(0, usings), null);

    /// <summary>A piece behind another one, or behind none; it inherits the references of what it follows.</summary>
    public static CSharpCompilation Relink(CSharpCompilation piece, CSharpCompilation? previous) =>
        piece.WithScriptCompilationInfo(piece.ScriptCompilationInfo!.WithPreviousScriptCompilation(previous));

    /// <summary>A piece that has run, behind another one than it was compiled behind.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="previous">What it now follows.</param>
    /// <param name="slot">Where its values stand.</param>
    public static CSharpCompilation Relink(CSharpCompilation piece, CSharpCompilation previous, int slot)
    {
        var compilation = Relink(piece, previous);
        SlotOf(compilation) = slot;
        lock (Binding) _ = compilation.Assembly;
        return compilation;
    }

    /// <summary>What stands for the piece in debugging symbols.</summary>
    public static string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"#{number}");

    private static CSharpCompilation Create(string name, SyntaxTree tree, ImmutableArray<MetadataReference> references, CSharpCompilationOptions options, CSharpCompilation? previous)
    {
        // Given to the factory, the previous piece would have all its statements bound once more, in search of errors.
        var compilation = Relink(CSharpCompilation.CreateScriptCompilation(name, tree, references, options, previousScriptCompilation: null, typeof(object)), previous);
        lock (Binding) _ = compilation.Assembly; // binds the references
        return compilation;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lazySubmissionSlotIndex")]
    private static extern ref int SlotOf(Compilation compilation);

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"submission-{number}");

    private static CSharpCompilationOptions Options(int number, IEnumerable<string> usings) =>
        new(OutputKind.DynamicallyLinkedLibrary, scriptClassName: string.Create(CultureInfo.InvariantCulture, $"Submission#{number}"), usings: usings,
            optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Disable);

    private static IReadOnlyList<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start)];

    private static bool HasCode(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).Members.Count > 0;

    private static bool HasResult(CSharpCompilation compilation, CancellationToken cancellation)
    {
        var tree = compilation.SyntaxTrees[0];
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        if (root.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last })
            return compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression, cancellation).ConvertedType?.SpecialType is not (null or SpecialType.System_Void);
        return root.DescendantNodes(n => n is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax))
            .Any(n => n is ReturnStatementSyntax { Expression: not null });
    }

    private static bool Declares(CSharpCompilation compilation)
    {
        var root = (CompilationUnitSyntax)compilation.SyntaxTrees[0].GetRoot();
        return root.Usings.Count > 0 || root.Externs.Count > 0 || compilation.ScriptClass is not { } members || members.GetMembers().Any(member => member.CanBeReferencedByName);
    }

    private readonly record struct Emitted(CSharpCompilation Compilation, MemoryStream Image, MemoryStream Symbols, IReadOnlyList<Diagnostic> Errors);
}
