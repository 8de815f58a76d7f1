using System.Globalization;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy;

/// <summary>The categories of a column of which nothing is known, bought with budget: those whose noisy count passes a threshold.</summary>
/// <remarks>
/// <para>Claim: (ε, δ)-DP under add-remove, one category a record. A category that one record alone has passes with probability at most δ; all others have counts within a
/// factor e^ε. Categories come out in ordinal order, not in that of the data. The budget is charged before a value is read.</para>
/// <para>Cost: O(n). Source: Korolova, Kenthapadi, Mishra, Ntoulas, WWW 2009, doi:10.1145/1526709.1526733, with discrete Laplace noise.</para>
/// </remarks>
public static class PartitionSelection
{
    /// <summary>Buys the categories with their noisy counts.</summary>
    /// <param name="column">Name of the column, for the ledger and for errors.</param>
    /// <param name="values">One category a record; null where missing.</param>
    /// <param name="epsilon">Above 0.</param>
    /// <param name="delta">Above 0, below 1.</param>
    /// <param name="budget">Charged before the values are read.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <returns>Category and noisy count, in ordinal order; the rest of the records are best pooled as one category.</returns>
    /// <exception cref="PrivateBoundsException">No category passes: too few records for ε and δ.</exception>
    /// <exception cref="BudgetException">The budget does not cover the cost.</exception>
    public static IReadOnlyList<(string Category, long Count)> Release(string column, IEnumerable<string?> values, Rational epsilon, double delta, IBudget budget, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(budget);
        var threshold = Threshold(Requirements.Epsilon(epsilon).ToDouble(), delta);
        var mechanism = new DiscreteLaplaceMechanism(CountSensitivity.OfHistograms(new AddRemove()), epsilon, bits);
        budget.Reserve($"categories of '{column}'", PrivacyCost.Approximate(epsilon.ToDoubleUp(), delta));

        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var value in values)
            if (value is not null) counts[value] = counts.GetValueOrDefault(value) + 1;
        var noisy = mechanism.Release([.. counts.Values]);

        var passed = new List<(string, long)>();
        var i = 0;
        foreach (var category in counts.Keys)
        {
            if (noisy[i] >= threshold) passed.Add((category, noisy[i]));
            i++;
        }
        return passed.Count > 0 ? passed : throw new PrivateBoundsException(string.Create(CultureInfo.InvariantCulture,
            $"Column '{column}': no category has about {threshold} records, the fewest that show at epsilon {epsilon.ToDouble():G4} and delta {delta:G3}. Declare the column's categories, or spend more on them."));
    }

    /// <summary>Noisy count at which a category shows: a count of 1 passes with probability at most δ.</summary>
    /// <param name="epsilon">Above 0.</param>
    /// <param name="delta">Above 0, below 1.</param>
    public static long Threshold(double epsilon, double delta)
    {
        AccountingRange.CheckDelta(delta);
        return 1 + DiscreteLaplaceTail.FirstBelow(epsilon, delta);
    }
}
