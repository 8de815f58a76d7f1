using SynthNotebooks.Contracts;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Reserves the whole cost of an order with the ledger when its first part is asked for, which is after all that is public was checked and before a row is read.</summary>
/// <param name="ledger">Charged once.</param>
/// <param name="purpose">The ledger's line.</param>
/// <param name="whole">The whole cost.</param>
/// <param name="parts">What the parts may come to; checked too.</param>
internal sealed class WholeReservation(IBudget ledger, string purpose, PrivacyCost whole, AllottedBudget parts) : IBudget
{
    private bool _reserved;

    /// <summary>Reserves the whole now, unless that is done.</summary>
    public void Reserve()
    {
        if (_reserved) return;
        ledger.Reserve(purpose, whole);
        _reserved = true;
    }

    /// <inheritdoc/>
    public void Reserve(string purpose, PrivacyCost cost)
    {
        Reserve();
        parts.Reserve(purpose, cost);
    }
}
