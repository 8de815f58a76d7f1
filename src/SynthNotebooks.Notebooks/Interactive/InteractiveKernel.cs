namespace SynthNotebooks.Notebooks.Interactive;

/// <summary>What the magics need of .NET Interactive's C# kernel, as delegates: no type of that kernel enters this library.</summary>
/// <param name="Variables">All variables of the notebook; of several declarations of a name the last counts.</param>
/// <param name="SetVariable">Declares a variable of a type with a value.</param>
public sealed record InteractiveKernel(
    Func<IEnumerable<(string Name, Type DeclaredType, object? Value)>> Variables,
    Func<string, object?, Type, Task> SetVariable)
{
    /// <summary>Folder that relative paths start from; asked at each run, since a notebook may change it.</summary>
    public Func<string> Folder { get; init; } = Directory.GetCurrentDirectory;
}
