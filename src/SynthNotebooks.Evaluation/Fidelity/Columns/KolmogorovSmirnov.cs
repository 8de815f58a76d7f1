using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>1 − D, where D is the largest gap between the two empirical distribution functions; mean over the numeric and date columns.</summary>
/// <remarks>
/// Unit-free; 1 = same distribution, 0 = disjoint supports. Ties are stepped together; numbers are compared to 14 decimals, so that rounding
/// in the last place does not break ties. Time O(n log n), two copies of memory.
/// Source: Smirnov, Ann. Math. Statist. 19(2), 1948, doi:10.1214/aoms/1177730256.
/// </remarks>
[Metric("ks", Better.Higher, Min = 0, Max = 1, Title = "Kolmogorov-Smirnov similarity", MarginalsOnly = true, Group = MetricGroup.Columns, Bootstrap = true)]
public sealed class KolmogorovSmirnov : IComparisonMetric
{
    /// <inheritdoc/>
    public MetricValue Compute(MetricInput input, CancellationToken cancellation) => TableComparison.Of(input, cancellation).Apply(this);

    /// <param name="real">Length n ≥ 1, no NaN, any order.</param>
    /// <param name="synthetic">Length m ≥ 1, no NaN, any order.</param>
    /// <exception cref="ArgumentException">A sample is empty or contains NaN.</exception>
    public static double Score(ReadOnlySpan<double> real, ReadOnlySpan<double> synthetic) =>
        OfSorted(SortedCopy(real, nameof(real)), SortedCopy(synthetic, nameof(synthetic)));

    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        comparison.MeanOfColumns(column => column.IsNumeric, "no column is a number or a date");

    /// <param name="a">Ascending, not empty.</param>
    /// <param name="b">Ascending, not empty.</param>
    internal static double OfSorted(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var gap = 0L; // in units of 1 / (n m), so that the result is exact and symmetric
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var x = Math.Min(Rounded(a[i]), Rounded(b[j]));
            while (i < a.Length && Rounded(a[i]) == x) i++;
            while (j < b.Length && Rounded(b[j]) == x) j++;
            gap = Math.Max(gap, Math.Abs((long)i * b.Length - (long)j * a.Length));
        }
        return 1 - gap / ((double)a.Length * b.Length);
    }

    // 14 decimals; numbers from 90 up have no digits beyond them.
    private static double Rounded(double x) => Math.Abs(x) < 90 ? Math.Round(x * 1e14) / 1e14 : x;

    private static double[] SortedCopy(ReadOnlySpan<double> sample, string name)
    {
        if (sample.IsEmpty) throw new ArgumentException("The sample is empty.", name);
        var copy = sample.ToArray();
        Array.Sort(copy);
        if (double.IsNaN(copy[0])) throw new ArgumentException("The sample contains NaN; drop missing values first.", name);
        return copy;
    }
}
