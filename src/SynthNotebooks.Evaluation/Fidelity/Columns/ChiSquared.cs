using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Fidelity.Joint;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>Chi-squared statistic of homogeneity divided by its degrees of freedom, real against synthetic counts; mean over columns.</summary>
/// <remarks>
/// Fresh rows of the real source give 1 on average, a copy of the real table 0; differences grow it in proportion to the rows, so that only tables
/// of the same size can be compared by it. Numbers are cut into up to 32 bins of the real range, missing is one more cell. A column with one cell
/// in both tables leaves the mean. Time O(n + cells). Source: Pearson, Phil. Mag. 50, 1900, doi:10.1080/14786440009463897.
/// </remarks>
[Metric("chi-squared", Better.Lower, Min = 0, Title = "Chi-squared / d.f.", MarginalsOnly = true, Group = MetricGroup.Columns)]
public sealed class ChiSquared : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => WorkloadBins.MeanOfCounts(comparison, (real, other) => Score(real, other));

    // Σ (a √(m/n) − b √(n/m))² / (a + b)
    internal static double? Score(ReadOnlySpan<int> real, ReadOnlySpan<int> other)
    {
        long n = 0, m = 0;
        for (var i = 0; i < real.Length; i++) (n, m) = (n + real[i], m + other[i]);
        double up = Math.Sqrt((double)m / n), down = Math.Sqrt((double)n / m), sum = 0;
        var cells = 0;
        for (var i = 0; i < real.Length; i++)
        {
            if (real[i] + other[i] == 0) continue;
            var difference = real[i] * up - other[i] * down;
            sum += difference * difference / (real[i] + other[i]);
            cells++;
        }
        return cells < 2 ? null : sum / (cells - 1);
    }
}
