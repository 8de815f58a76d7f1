using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Fidelity;

namespace SynthNotebooks.Evaluation.Time;

/// <summary>Cross-correlation with lags: mean |real − synthetic| over lags −24 to 24; mean over the pairs of series.</summary>
/// <remarks>
/// 0 = series follow each other in the same way, 2 at the most. At most a quarter of the shorter table's length in lags. A pair with a constant
/// synthetic series counts 2, one with a constant real series leaves the mean. Time O(pairs · n · lags).
/// Source: Box, Jenkins, Reinsel, Ljung, Time Series Analysis, 5th ed. 2015, section 12.1.
/// </remarks>
[Metric("cross-correlation", Better.Lower, Min = 0, Max = 2, Title = "Cross-correlation difference", Group = MetricGroup.Time)]
public sealed class CrossCorrelation : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison)
    {
        if (TimeTable.Unfit(comparison) is { } reason) return new(null, Rows: comparison.Rows, Undefined: reason);
        TimeTable real = TimeTable.OfReal(comparison.Tables), other = TimeTable.OfOther(comparison);
        var sum = 0.0;
        var used = 0;
        for (var i = 0; i < real.Series.Length; i++)
        {
            for (var j = i + 1; j < real.Series.Length; j++)
            {
                comparison.Options.Cancellation.ThrowIfCancellationRequested();
                if (!TimeTable.Varies(real.Series[i]) || !TimeTable.Varies(real.Series[j])) continue;
                sum += Difference(real, other, i, j);
                used++;
            }
        }
        return used > 0 ? new(sum / used, Rows: comparison.Rows) : new(null, Rows: comparison.Rows, Undefined: "no two real series vary");
    }

    private static double Difference(TimeTable real, TimeTable other, int i, int j)
    {
        if (!TimeTable.Varies(other.Series[i]) || !TimeTable.Varies(other.Series[j])) return 2;
        var lags = Correlogram.Lags(real.Series[i], other.Series[i]);
        return Correlogram.MeanDifference(Correlogram.Cross(real.Series[i], real.Series[j], lags), Correlogram.Cross(other.Series[i], other.Series[j], lags));
    }
}
