using SynthNotebooks.Contracts;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Models;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Opens a saved model.</summary>
[Magic("#!open", "Open a model that was saved.", Example = "#!open m.synth --as m")]
public sealed class OpenMagic(Toolkit toolkit) : IMagic<OpenMagic.Arguments>
{
    /// <param name="File">The saved model.</param>
    /// <param name="As">Variable that will hold it.</param>
    public sealed record Arguments([Positional, CompleteWith<ModelFiles>] string File, [NewVariable] string As);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var model = ModelArchive.Open(host.Resolve(arguments.File), toolkit.Models);
        await host.Variables.SetAsync(arguments.As, model, typeof(IFittedGenerator));
        await host.DisplayAsync(new ModelCard(model));
    }
}
