namespace SynthNotebooks.Notebooks.Hosting;

/// <summary>The C# variables of a notebook, to list, read and set.</summary>
public interface INotebookVariables
{
    /// <summary>All variables, the newest declaration of a name only.</summary>
    IReadOnlyList<NotebookVariable> List();

    /// <summary>Reads a variable.</summary>
    /// <returns>False when there is none of that name.</returns>
    bool TryGet(string name, out object? value);

    /// <summary>Declares a variable, or declares it anew, so that later lines of C# see it under the type.</summary>
    Task SetAsync(string name, object? value, Type declaredType);
}
