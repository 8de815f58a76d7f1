using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
    int Number, CellSource Source, CSharpCompilation Compilation, MemoryStream Image, MemoryStream Symbols, bool HasResult, bool Declares);

/// <summary>The user's code does not compile.</summary>
internal sealed class CompilationException(CellSource source, IReadOnlyList<Diagnostic> errors) : Exception
{
    public new CellSource Source { get; } = source;

    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}
