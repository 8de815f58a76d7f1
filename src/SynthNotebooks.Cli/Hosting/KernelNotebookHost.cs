using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Formatting;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Cli.Hosting;

/// <summary>The bundled kernel as a host of the toolkit, for one call of a magic or for a live output.</summary>
/// <param name="variables">The session's variables.</param>
/// <param name="workingDirectory">Folder of the notebook.</param>
/// <param name="shown">Told of every value that a magic shows; may be null.</param>
internal sealed class KernelNotebookHost(ISessionVariables variables, string workingDirectory, Action<object>? shown) : INotebookHost
{
    public INotebookVariables Variables { get; } = new SessionVariables(variables);

    public string WorkingDirectory { get; } = workingDirectory;

    public Task<IDisplayHandle> DisplayAsync(object value)
    {
        shown?.Invoke(value);
        return Task.FromResult<IDisplayHandle>(new Handle(value.Display(), shown));
    }

    private sealed class Handle(DisplayedValue displayed, Action<object>? shown) : IDisplayHandle
    {
        public Task UpdateAsync(object value)
        {
            shown?.Invoke(value);
            displayed.Update(value);
            return Task.CompletedTask;
        }
    }
}
