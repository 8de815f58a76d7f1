using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Notebooks.Panels;

/// <summary>What a private release leaves of the budget, in words.</summary>
internal static class PanelBudget
{
    public static string Left(Toolkit toolkit, INotebookHost host, string data, PanelSettings settings)
    {
        var ledger = LedgerPlace.Open(settings.Ledger.Length > 0 ? host.Resolve(settings.Ledger) : toolkit.Ledger);
        var limits = ledger.Limits();
        var spent = ledger.Spent(ledger.Identify(host.Require<DataFrame>(data))).Epsilon(limits.Delta);
        return $"Budget of {data}: epsilon {FigureText.Number(spent)} of {FigureText.Number(limits.DatasetEpsilon)} is spent, {FigureText.Number(Math.Max(0, limits.DatasetEpsilon - spent))} is left.";
    }
}
