using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Interactive;

/// <summary>The variables of .NET Interactive's C# kernel.</summary>
internal sealed class InteractiveVariables(InteractiveKernel kernel) : INotebookVariables
{
    public IReadOnlyList<NotebookVariable> List() =>
        [.. kernel.Variables().GroupBy(variable => variable.Name, (name, all) => new NotebookVariable(name, all.Last().DeclaredType))];

    public bool TryGet(string name, out object? value)
    {
        var found = kernel.Variables().LastOrDefault(variable => variable.Name == name);
        value = found.Value;
        return found.Name is not null;
    }

    public Task SetAsync(string name, object? value, Type declaredType) => kernel.SetVariable(name, value, declaredType);
}
