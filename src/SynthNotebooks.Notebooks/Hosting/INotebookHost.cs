namespace SynthNotebooks.Notebooks.Hosting;

/// <summary>What the toolkit needs of a notebook's kernel; the only thing a kernel implements to host it.</summary>
/// <remarks>Cancellation is not part of the port: the token comes with each run of a magic.</remarks>
public interface INotebookHost
{
    /// <summary>The notebook's C# variables.</summary>
    INotebookVariables Variables { get; }

    /// <summary>Absolute path of the folder that relative paths in magics start from.</summary>
    string WorkingDirectory { get; }

    /// <summary>Shows a value by the formatters registered for its type.</summary>
    Task<IDisplayHandle> DisplayAsync(object value);
}
