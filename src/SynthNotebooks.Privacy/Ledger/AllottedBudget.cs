using System.Globalization;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy;

/// <summary>A cost that was reserved as a whole, handed to a method that spends it in parts.</summary>
/// <remarks>Reserve the whole with the ledger first; the parts are then checked here and need no further line. Also the budget of a NON-PRIVATE seeded run, which no ledger covers.</remarks>
/// <param name="epsilon">Of the whole, above 0.</param>
/// <param name="delta">Of the whole; 0 for pure.</param>
public sealed class AllottedBudget(double epsilon, double delta) : IBudget
{
    private readonly List<(string Purpose, PrivacyCost Cost)> _parts = [];
    private readonly Lock _gate = new();

    /// <summary>What was spent, in order.</summary>
    public IReadOnlyList<(string Purpose, PrivacyCost Cost)> Parts
    {
        get
        {
            lock (_gate) return [.. _parts];
        }
    }

    /// <inheritdoc/>
    public void Reserve(string purpose, PrivacyCost cost)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        lock (_gate)
        {
            var spent = new Spending();
            foreach (var part in _parts) spent.Add(part.Cost);
            var before = spent.Epsilon(delta);
            spent.Add(cost);
            if (!(spent.Epsilon(delta) <= epsilon * (1 + PrivacyLedger.Rounding)))
                throw new BudgetException(string.Create(CultureInfo.InvariantCulture, $"'{purpose}' costs {cost}, which is refused: epsilon {epsilon:G6} at delta {delta:G3} was allotted, epsilon {before:G6} of it is spent."));
            _parts.Add((purpose, cost));
        }
    }
}
