using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>|difference of the shares of missing cells|; mean over columns.</summary>
/// <remarks>0 = the same shares, 1 = cells are missing where none was and the other way round. Cells that cannot be read as the real column's count as missing. Time O(columns).</remarks>
[Metric("missing-rate-difference", Better.Lower, Min = 0, Max = 1, Title = "Missing-rate difference", MarginalsOnly = true, Group = MetricGroup.Columns, Bootstrap = true)]
public sealed class MissingRateDifference : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison)
    {
        var columns = comparison.Tables.Columns;
        if (columns == 0) return new(null, Undefined: "no column takes part");
        var sum = 0.0;
        for (var i = 0; i < columns; i++) sum += Math.Abs(Missing(comparison.Real(i)) - Missing(comparison.Other(i)));
        return new(sum / columns, Rows: comparison.Rows);
    }

    private static double Missing(ColumnView view) => (view.Rows - view.Present) / (double)view.Rows;
}
