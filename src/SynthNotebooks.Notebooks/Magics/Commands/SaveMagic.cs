using SynthNotebooks.Contracts;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Saves a fitted model.</summary>
[Magic("#!save", "Save a fitted model as one portable file.", Example = "#!save m --to m.synth")]
public sealed class SaveMagic : IMagic<SaveMagic.Arguments>
{
    /// <param name="Model">Variable that holds the fitted model.</param>
    /// <param name="To">File, replaced when it exists; usually NAME.synth.</param>
    public sealed record Arguments([Positional, CompleteWith<ModelVariables>] string Model, [CompleteWith<ModelFiles>] string To);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var file = host.Resolve(arguments.To);
        host.Require<IFittedGenerator>(arguments.Model).Save(file);
        await host.DisplayAsync(new Note($"{arguments.Model} is saved as {arguments.To} ({Counts.Of(new FileInfo(file).Length, "byte")})."));
    }
}
