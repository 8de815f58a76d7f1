using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>Wasserstein-1 distance: the area between the two distribution functions, in standard deviations of the real column; mean over the numeric and date columns.</summary>
/// <remarks>
/// 0 = same distribution, no upper end; 1 = values have to be moved by one standard deviation on average. A constant real column has no scale and
/// leaves the mean; a column without a value in the synthetic table makes the score undefined. Time O(n log n).
/// Source: Vallender, Theory Probab. Appl. 18(4), 1974, doi:10.1137/1118101.
/// </remarks>
[Metric("wasserstein", Better.Lower, Min = 0, Title = "Wasserstein-1 distance", MarginalsOnly = true, Group = MetricGroup.Columns, Bootstrap = true)]
public sealed class Wasserstein : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => ColumnMean.OfNumbers(
        comparison, (real, other) => ColumnMoments.OfReal(comparison, real).Deviation is > 0 and var deviation ? Distance(real.Sorted, other.Sorted) / deviation : null);

    /// <summary>The distance of two samples in the unit of their values.</summary>
    /// <param name="a">Ascending, not empty.</param>
    /// <param name="b">Ascending, not empty.</param>
    internal static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var area = 0.0;
        var last = Math.Min(a[0], b[0]);
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            var next = i == a.Length ? b[j] : j == b.Length ? a[i] : Math.Min(a[i], b[j]);
            area += Math.Abs((double)i / a.Length - (double)j / b.Length) * (next - last);
            while (i < a.Length && a[i] == next) i++;
            while (j < b.Length && b[j] == next) j++;
            last = next;
        }
        return area;
    }
}
