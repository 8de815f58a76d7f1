using System.Globalization;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy;

/// <summary>A range for a numeric column of which nothing is known, bought with budget: a noisy histogram over powers of two.</summary>
/// <remarks>
/// <para>Claim: ε-DP under add-remove. The bins are fixed: zero (below 2⁻³² in magnitude), and each power of two from 2⁻³² to 2⁶⁴ on both sides, the last open. A record
/// moves one bin by one. Bins whose noisy count reaches a threshold, chosen so that an empty histogram shows any with probability at most 1e-6, span the range; a sparse
/// tail is cut off and will be clamped. The budget is charged before a value is read.</para>
/// <para>Cost: O(n). Source: Karwa, Vadhan, arXiv:1711.03908 (histograms over scales), with discrete Laplace noise.</para>
/// </remarks>
public static class PrivateRange
{
    private const int LeastExponent = -32, MostExponent = 64;
    private const int Side = MostExponent - LeastExponent; // bins a sign
    private const int Bins = 2 * Side + 1;
    private const double FalseAlarm = 1e-6;

    /// <summary>Buys a range; its ends are zero or powers of two.</summary>
    /// <param name="column">Name of the column, for the ledger and for errors.</param>
    /// <param name="values">In any order, NaN where missing.</param>
    /// <param name="epsilon">Above 0.</param>
    /// <param name="budget">Charged before the values are read.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="PrivateBoundsException">No bin reaches the threshold: too few records for ε.</exception>
    /// <exception cref="BudgetException">The budget does not cover ε.</exception>
    public static (double Low, double High) Release(string column, ReadOnlySpan<double> values, Rational epsilon, IBudget budget, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var mechanism = new DiscreteLaplaceMechanism(CountSensitivity.OfHistograms(new AddRemove()), epsilon, bits);
        budget.Reserve($"range of '{column}'", PrivacyCost.Pure(epsilon.ToDoubleUp()));

        var counts = new long[Bins];
        foreach (var value in values)
            if (!double.IsNaN(value)) counts[BinOf(value)]++;
        var noisy = mechanism.Release(counts);

        var threshold = Threshold(epsilon.ToDouble());
        var (first, last) = (Array.FindIndex(noisy, count => count >= threshold), Array.FindLastIndex(noisy, count => count >= threshold));
        if (first < 0)
            throw new PrivateBoundsException(string.Create(CultureInfo.InvariantCulture,
                $"Column '{column}': no range of magnitudes holds about {threshold} records, the fewest that show at epsilon {epsilon.ToDouble():G4}. Declare the column's range, or spend more on it."));
        return (EndsOf(first).Low, EndsOf(last).High);
    }

    /// <summary>Noisy count at which a bin shows.</summary>
    internal static long Threshold(double epsilon) => DiscreteLaplaceTail.FirstBelow(epsilon, FalseAlarm / Bins);

    private static int BinOf(double value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude < Math.ScaleB(1, LeastExponent)) return Side;
        var exponent = double.IsInfinity(magnitude) ? MostExponent - 1 : Math.Clamp(Math.ILogB(magnitude), LeastExponent, MostExponent - 1);
        var distance = exponent - LeastExponent + 1;
        return value < 0 ? Side - distance : Side + distance;
    }

    private static (double Low, double High) EndsOf(int bin)
    {
        var distance = Math.Abs(bin - Side);
        if (distance == 0) return (0, Math.ScaleB(1, LeastExponent));
        var (near, far) = (Math.ScaleB(1, LeastExponent + distance - 1), Math.ScaleB(1, LeastExponent + distance));
        return bin < Side ? (-far, -near) : (near, far);
    }
}
