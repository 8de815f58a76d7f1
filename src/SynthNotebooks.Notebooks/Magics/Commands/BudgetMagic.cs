using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Shows the privacy ledger.</summary>
[Magic("#!budget", "Show the privacy ledger as a waterfall: every spend in order, and what is left a dataset and in all.", Example = "#!budget --limit 2 --total 10")]
public sealed class BudgetMagic(Toolkit toolkit) : IMagic<BudgetMagic.Arguments>
{
    /// <param name="Ledger">Folder of the ledger; without it that of SYNTHNB_LEDGER, or of the user's data directory.</param>
    /// <param name="Limit">From now on the epsilon that any one dataset may spend.</param>
    /// <param name="Total">From now on the epsilon that all datasets may spend together.</param>
    public sealed record Arguments(
        string? Ledger = null,
        [Range(0.000001, 1000.0)] double? Limit = null,
        [Range(0.000001, 1000.0)] double? Total = null);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var ledger = LedgerPlace.Open(arguments.Ledger is { } folder ? host.Resolve(folder) : toolkit.Ledger);
        LedgerPlace.Limit(ledger, arguments.Limit, arguments.Total);
        await host.DisplayAsync(LedgerFigure.Of(LedgerView.Of(ledger)));
        if (LedgerPlace.DefaultsNote(ledger) is { } note) await host.DisplayAsync(new Note(note));
    }
}
