namespace SynthNotebooks.Notebooks.Hosting;

/// <summary>A variable of the notebook.</summary>
/// <param name="Name">Its C# identifier.</param>
/// <param name="DeclaredType">The type that C# code sees.</param>
public sealed record NotebookVariable(string Name, Type DeclaredType);
