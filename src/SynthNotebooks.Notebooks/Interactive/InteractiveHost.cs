using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Interactive;

/// <summary>.NET Interactive as a host of the toolkit, for one call of a magic.</summary>
/// <param name="kernel">The C# kernel.</param>
/// <param name="display">Shows a value and gives the way to replace it.</param>
internal sealed class InteractiveHost(InteractiveKernel kernel, Func<object, Action<object>> display) : INotebookHost
{
    public INotebookVariables Variables { get; } = new InteractiveVariables(kernel);

    public string WorkingDirectory { get; } = kernel.Folder();

    public Task<IDisplayHandle> DisplayAsync(object value) => Task.FromResult<IDisplayHandle>(new Handle(display(value)));

    private sealed class Handle(Action<object> update) : IDisplayHandle
    {
        public Task UpdateAsync(object value)
        {
            update(value);
            return Task.CompletedTask;
        }
    }
}
