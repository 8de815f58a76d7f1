namespace SynthNotebooks.Contracts;

/// <summary>The privacy budget of one dataset, charged before the data is read; it never pays back.</summary>
public interface IBudget
{
    /// <summary>Reserves a cost under a purpose; it counts as spent from now on, whatever happens next.</summary>
    /// <param name="purpose">What the money is for, e.g. <c>one-way marginals</c>.</param>
    /// <param name="cost">What is about to be released.</param>
    /// <exception cref="BudgetException">Not enough is left; nothing was reserved.</exception>
    void Reserve(string purpose, PrivacyCost cost);

    /// <summary>Reserves a zero-concentrated cost.</summary>
    /// <param name="purpose">What the money is for.</param>
    /// <param name="rho">Above 0.</param>
    /// <exception cref="BudgetException">Not enough is left; nothing was reserved.</exception>
    void Reserve(string purpose, double rho) => Reserve(purpose, PrivacyCost.ZeroConcentrated(rho));
}
