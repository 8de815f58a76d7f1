using System.Numerics;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy;

/// <summary>Quantiles of a numeric column within a public range, bought with budget; each is an exponential mechanism over the points of a grid.</summary>
/// <remarks>
/// <para>Claim: k quantiles at ε are ε-DP under add-remove (ε/k each), and k(ε/k)²/8-zCDP. A point c scores −|(b − a)·#below − a·#above| for the quantile a/b, which a record
/// moves by at most max(a, b − a). The budget is charged before a value is read; missing values are left out.</para>
/// <para>Cost: O(n log n) and, a quantile, as many proposals as the grid has points in the worst case. Source: Smith, STOC 2011, doi:10.1145/1993636.1993743.</para>
/// </remarks>
public static class PrivateQuantiles
{
    /// <summary>Most points of a grid: proposals are uniform over them.</summary>
    public const int MostPoints = 1 << 20;

    /// <summary>Buys quantiles.</summary>
    /// <param name="column">Name of the column, for the ledger and for errors.</param>
    /// <param name="values">In any order, NaN where missing.</param>
    /// <param name="quantiles">Fractions above 0 and below 1, at most 1000; come out in this order, sorted values put back in it.</param>
    /// <param name="grid">Public range and step, at most <see cref="MostPoints"/> points.</param>
    /// <param name="epsilon">Of all quantiles together, above 0.</param>
    /// <param name="budget">Charged before the values are read.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <exception cref="ArgumentException">An argument is not legal.</exception>
    /// <exception cref="BudgetException">The budget does not cover ε.</exception>
    public static double[] Release(string column, ReadOnlySpan<double> values, IReadOnlyList<Rational> quantiles, PublicGrid grid, Rational epsilon, IBudget budget, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(quantiles);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(bits);
        if (quantiles.Count is < 1 or > 1000) throw new ArgumentException($"Column '{column}': ask for 1 to 1000 quantiles, not {quantiles.Count}.", nameof(quantiles));
        foreach (var quantile in quantiles)
            if (quantile.Sign <= 0 || quantile >= 1 || quantile.Denominator.GetBitLength() > 20)
                throw new ArgumentException($"Column '{column}': the quantile {quantile} must lie above 0 and below 1, with a denominator below 2^20.", nameof(quantiles));
        if (grid.HighSteps - grid.LowSteps >= MostPoints)
            throw new ArgumentException($"Column '{column}': the grid has {grid.HighSteps - grid.LowSteps + 1} points, at most {MostPoints} are legal; take a larger step.", nameof(grid));
        var each = Requirements.Epsilon(epsilon) / quantiles.Count;
        budget.Reserve($"quantiles of '{column}'", PrivacyCost.Pure(epsilon.ToDoubleUp(), (each * each * quantiles.Count / 8).ToDoubleUp()));

        var steps = new List<long>(values.Length);
        foreach (var value in values)
            if (!double.IsNaN(value)) steps.Add(grid.ToSteps(value));
        steps.Sort();
        var data = steps.ToArray();
        return [.. InOrder(quantiles, [.. quantiles.Select(quantile => grid.ToNumber(Choose(data, quantile, grid, each, bits)))])];
    }

    private static long Choose(long[] data, Rational quantile, PublicGrid grid, Rational epsilon, RandomBits bits)
    {
        var (a, b) = ((long)quantile.Numerator, (long)quantile.Denominator);
        var best = Math.Max(Score(grid.LowSteps), Score(grid.HighSteps));
        for (var i = 0; i < data.Length; i++)
        {
            // Between two values the score is constant, so that a value and the point after it are enough.
            if (i > 0 && data[i] == data[i - 1]) continue;
            best = Math.Max(best, Score(data[i]));
            if (data[i] < grid.HighSteps) best = Math.Max(best, Score(data[i] + 1));
        }
        var (numerator, denominator) = Requirements.Exponent(epsilon, new ScoreSensitivity(Math.Max(a, b - a), new AddRemove()));
        var points = (ulong)(grid.HighSteps - grid.LowSteps + 1);
        while (true)
        {
            var point = grid.LowSteps + (long)bits.NextBelow(points);
            if (ExactBernoulli.Exp((BigInteger)(best - Score(point)) * numerator, denominator, bits)) return point;
        }

        long Score(long point)
        {
            long below = FirstFrom(data, point), above = data.Length - FirstFrom(data, point + 1);
            return -Math.Abs((b - a) * below - a * above);
        }
    }

    // Quantiles drawn apart may cross; sorting them is post-processing.
    private static double[] InOrder(IReadOnlyList<Rational> quantiles, double[] values)
    {
        var order = Enumerable.Range(0, quantiles.Count).OrderBy(i => quantiles[i]).ToArray();
        double[] sorted = [.. values.Order()], placed = new double[values.Length];
        for (var i = 0; i < order.Length; i++) placed[order[i]] = sorted[i];
        return placed;
    }

    private static int FirstFrom(long[] sorted, long value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] >= value) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
