using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Shows the stored releases of a table.</summary>
[Magic("#!releases", "Look through the stored private releases of a table with a slider over epsilon, with their scores; spends nothing.", Example = "#!releases patients --method mst")]
public sealed class ReleasesMagic(Toolkit toolkit) : IMagic<ReleasesMagic.Arguments>
{
    /// <param name="Data">Variable that holds the real table.</param>
    /// <param name="Method">Releases of this private model alone.</param>
    /// <param name="Ledger">Folder of the ledger that stores them.</param>
    public sealed record Arguments([Positional, CompleteWith<FrameVariables>] string Data, [CompleteWith<ModelIds>] string? Method = null, string? Ledger = null);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var real = host.Require<DataFrame>(arguments.Data);
        var ledger = LedgerPlace.Open(arguments.Ledger is { } folder ? host.Resolve(folder) : toolkit.Ledger);
        await host.DisplayAsync(await Task.Run(() => ReleaseShelf.Of(ledger, real, arguments.Method, cancellation), cancellation));
    }
}
