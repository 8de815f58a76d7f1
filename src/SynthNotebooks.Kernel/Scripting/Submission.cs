using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>A compiled piece of C#, ready to be loaded.</summary>
/// <param name="Number">Its place in the session, from 1; part of its type's name.</param>
/// <param name="Source">What was compiled.</param>
/// <param name="Compilation">With the guards in it.</param>
/// <param name="Image">The assembly; empty when there is nothing to run.</param>
/// <param name="Symbols">Its portable PDB.</param>
/// <param name="HasResult">True when it ends in an expression without a semicolon (or returns a value).</param>
/// <param name="Declares">True when later pieces can see something of it: a name, or a namespace it brings into scope.</param>
internal sealed record Submission(
    int Number, CellSource Source, CSharpCompilation Compilation, MemoryStream Image, MemoryStream Symbols, bool HasResult, bool Declares)
{
    /// <summary>What it was compiled behind, within a session.</summary>
    public ChainView? Behind { get; init; }
}

/// <summary>The user's code does not compile.</summary>
/// <param name="source">What was compiled.</param>
/// <param name="errors">In the order of the text.</param>
/// <param name="compilation">What the errors were found in; null when the text could not be read as C#.</param>
internal sealed class CompilationException(CellSource source, IReadOnlyList<Diagnostic> errors, CSharpCompilation? compilation = null) : Exception
{
    public new CellSource Source { get; } = source;

    public IReadOnlyList<Diagnostic> Errors { get; } = errors;

    /// <summary>The namespaces that would bring a missing name into scope, for an error of such a name.</summary>
    public IReadOnlyList<string> NamespacesFor(Diagnostic error)
    {
        if (compilation is null || error.Id is not ("CS0246" or "CS0103") || error.Location.SourceTree is not { } tree) return [];
        return tree.GetRoot().FindNode(error.Location.SourceSpan) is SimpleNameSyntax name ? TypePlaces.Of(compilation, name.Identifier.ValueText, name.Arity) : [];
    }
}
