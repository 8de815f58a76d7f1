using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Cli.Hosting;

/// <summary>The variables of a kernel session, as the toolkit's port wants them.</summary>
internal sealed class SessionVariables(ISessionVariables session) : INotebookVariables
{
    public IReadOnlyList<NotebookVariable> List() => [.. session.List().Select(variable => new NotebookVariable(variable.Name, variable.Type))];

    public bool TryGet(string name, out object? value) => session.TryGet(name, out value);

    public Task SetAsync(string name, object? value, Type declaredType) => session.SetAsync(name, value, declaredType);
}
