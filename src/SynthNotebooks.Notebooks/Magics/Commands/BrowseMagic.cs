using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Live;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Shows a table page by page.</summary>
[Magic("#!browse", "Show a table whose pages turn and whose columns sort while the kernel runs; saved is the first page alone.",
    Example = "#!browse synthetic --size 20")]
public sealed class BrowseMagic(Toolkit toolkit) : IMagic<BrowseMagic.Arguments>
{
    /// <param name="Data">Variable that holds the table.</param>
    /// <param name="Size">Rows of a page.</param>
    public sealed record Arguments([Positional, CompleteWith<FrameVariables>] string Data, [Range(1, PageRequest.MostRows)] int Size = 20);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var table = host.Require<DataFrame>(arguments.Data);
        await host.DisplayAsync(new TableBrowser(table, arguments.Size, toolkit.Live));
    }
}
