using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Fidelity.Columns;

namespace SynthNotebooks.Evaluation.Validity;

/// <summary>New categories: share of values that are categories of the real column; mean over the category columns.</summary>
/// <remarks>1 = no category is new. Missing is no category. Time O(categories). Source: SDMetrics, CategoryAdherence, https://github.com/sdv-dev/SDMetrics.</remarks>
[Metric("category-validity", Better.Higher, Min = 0, Max = 1, Title = "Known categories", MarginalsOnly = true, Group = MetricGroup.Validity, Bootstrap = true)]
public sealed class CategoryValidity : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => ColumnMean.Of(
        comparison, column => !column.IsNumeric, (real, other) => Score(real.Counts, other.Counts, other.Present), "no column is a category", emptied: 0);

    private static double? Score(int[] real, int[] other, int present)
    {
        var known = 0;
        for (var code = 1; code < real.Length; code++)
            if (real[code] > 0) known += other[code];
        return (double)known / present;
    }
}
