using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>A ledger's spends in order, by purpose, and what is left; displayable.</summary>
/// <param name="Limits">What may be spent.</param>
/// <param name="Spends">In order.</param>
/// <param name="Datasets">ε that each dataset has spent, in order of its first spend.</param>
/// <param name="Total">ε of all together.</param>
public sealed record LedgerView(LedgerLimits Limits, IReadOnlyList<LedgerSpend> Spends, IReadOnlyList<(string Dataset, double Spent)> Datasets, double Total)
{
    /// <summary>Reads a ledger.</summary>
    /// <exception cref="LedgerException">It was changed outside.</exception>
    public static LedgerView Of(PrivacyLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var limits = ledger.Limits();
        var all = new Spending();
        var each = new Dictionary<string, Spending>(StringComparer.Ordinal);
        var order = new List<string>();
        var spends = new List<LedgerSpend>();
        foreach (var entry in ledger.Entries())
        {
            if (entry.Kind != "reserve") continue;
            if (!each.TryGetValue(entry.Dataset, out var own))
            {
                each[entry.Dataset] = own = new();
                order.Add(entry.Dataset);
            }
            var before = all.Epsilon(limits.Delta);
            all.Add(entry.Cost);
            own.Add(entry.Cost);
            spends.Add(new(new DatasetKey(entry.Dataset).Short, entry.Purpose, before, all.Epsilon(limits.Delta), own.Epsilon(limits.Delta)));
        }
        return new(limits, spends, [.. order.Select(dataset => (new DatasetKey(dataset).Short, each[dataset].Epsilon(limits.Delta)))], all.Epsilon(limits.Delta));
    }
}
