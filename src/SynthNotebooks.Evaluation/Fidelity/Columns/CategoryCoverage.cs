using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>Share of the real column's categories that occur in the synthetic column; mean over the category columns.</summary>
/// <remarks>1 = every category occurs, 0 = none. Missing is no category. Time O(categories). Source: SDMetrics, CategoryCoverage, https://github.com/sdv-dev/SDMetrics.</remarks>
[Metric("category-coverage", Better.Higher, Min = 0, Max = 1, Title = "Category coverage", MarginalsOnly = true, Group = MetricGroup.Columns)]
public sealed class CategoryCoverage : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => ColumnMean.Of(
        comparison, column => !column.IsNumeric, (real, other) => Score(real.Counts, other.Counts), "no column is a category", emptied: 0);

    private static double? Score(int[] real, int[] other)
    {
        int there = 0, found = 0;
        for (var code = 1; code < real.Length; code++)
        {
            if (real[code] == 0) continue;
            there++;
            if (other[code] > 0) found++;
        }
        return (double)found / there;
    }
}
