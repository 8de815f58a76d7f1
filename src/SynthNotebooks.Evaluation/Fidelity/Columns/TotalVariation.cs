using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>1 − half the L1 distance of the category frequencies; mean over the category columns.</summary>
/// <remarks>
/// Unit-free; 1 = same frequencies, 0 = no category in common. Missing cells take no part. Time O(n), memory O(categories).
/// Source: Levin, Peres, Wilmer, Markov Chains and Mixing Times, 2009, section 4.1, doi:10.1090/mbk/058.
/// </remarks>
[Metric("tv", Better.Higher, Min = 0, Max = 1, Title = "Total-variation similarity", MarginalsOnly = true, Group = MetricGroup.Columns, Bootstrap = true)]
public sealed class TotalVariation : IComparisonMetric
{
    /// <inheritdoc/>
    public MetricValue Compute(MetricInput input, CancellationToken cancellation) => TableComparison.Of(input, cancellation).Apply(this);

    /// <param name="real">Rows of each category, none negative, sum ≥ 1.</param>
    /// <param name="synthetic">The same categories in the same order, sum ≥ 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, a count is negative or a sum is zero.</exception>
    public static double Score(ReadOnlySpan<int> real, ReadOnlySpan<int> synthetic)
    {
        if (real.Length != synthetic.Length)
            throw new ArgumentException($"There are {real.Length} counts of real and {synthetic.Length} of synthetic rows; the categories must be the same.", nameof(synthetic));
        return OfCounts(real, Total(real, nameof(real)), synthetic, Total(synthetic, nameof(synthetic)));
    }

    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        comparison.MeanOfColumns(column => !column.IsNumeric, "no column is a category");

    // |a/n − b/m| summed in units of 1 / (n m): exact, whatever the order of the categories.
    internal static double OfCounts(ReadOnlySpan<int> a, int n, ReadOnlySpan<int> b, int m)
    {
        var sum = 0UL;
        for (var i = 0; i < a.Length; i++) sum += (ulong)Math.Abs((long)a[i] * m - (long)b[i] * n);
        return 1 - sum / (2.0 * n * m);
    }

    private static int Total(ReadOnlySpan<int> counts, string name)
    {
        var sum = 0;
        foreach (var count in counts)
        {
            if (count < 0) throw new ArgumentException($"A count is {count}; counts are not negative.", name);
            sum = checked(sum + count);
        }
        return sum > 0 ? sum : throw new ArgumentException("The counts sum to zero; at least one row is needed.", name);
    }
}
