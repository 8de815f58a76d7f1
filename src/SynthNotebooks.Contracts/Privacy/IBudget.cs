namespace SynthNotebooks.Contracts;

/// <summary>A privacy budget that is charged before data is read and never pays back.</summary>
public interface IBudget
{
    /// <summary>Reserves a cost under a purpose; it counts as spent from now on.</summary>
    /// <param name="purpose">What the money is for, e.g. <c>one-way marginals</c>.</param>
    /// <param name="rho">zCDP cost, above 0.</param>
    /// <exception cref="BudgetException">Not enough is left; nothing was reserved.</exception>
    void Reserve(string purpose, double rho);
}

/// <summary>The budget does not cover a request; the message does the sum in words.</summary>
public sealed class BudgetException(string message) : Exception(message);
