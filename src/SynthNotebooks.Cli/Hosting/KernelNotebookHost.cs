using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Formatting;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Cli.Hosting;

/// <summary>The bundled kernel as a host of the toolkit, for one call of a magic.</summary>
/// <param name="call">The call, with its outputs and the session's variables.</param>
/// <param name="workingDirectory">Folder of the notebook.</param>
internal sealed class KernelNotebookHost(DirectiveCall call, string workingDirectory) : INotebookHost
{
    public INotebookVariables Variables { get; } = new SessionVariables(call.Variables);

    public string WorkingDirectory { get; } = workingDirectory;

    public Task<IDisplayHandle> DisplayAsync(object value)
    {
        var id = DisplayIds.Next();
        call.Output.Display(MimeBundles.Of(value), id);
        return Task.FromResult<IDisplayHandle>(new Handle(call.Output, id));
    }

    private sealed class Handle(ICellOutput output, string id) : IDisplayHandle
    {
        public Task UpdateAsync(object value)
        {
            output.Update(MimeBundles.Of(value), id);
            return Task.CompletedTask;
        }
    }
}
