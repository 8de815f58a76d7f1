using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Fidelity;

namespace SynthNotebooks.Evaluation.Time;

/// <summary>Autocorrelation: mean |real − synthetic| over lags 1 to 24; mean over the series.</summary>
/// <remarks>
/// 0 = same memory, 2 at the most. At most a quarter of the shorter series' length in lags. Rows are put in the order of the time column. Time
/// O(n · lags). Source: Box, Jenkins, Reinsel, Ljung, Time Series Analysis, 5th ed. 2015, section 2.1.
/// </remarks>
[Metric("autocorrelation", Better.Lower, Min = 0, Max = 2, Title = "Autocorrelation difference", Group = MetricGroup.Time)]
public sealed class Autocorrelation : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => TimeTable.MeanOf(comparison, (real, other) =>
    {
        var lags = Correlogram.Lags(real, other);
        return Correlogram.MeanDifference(Correlogram.Autocorrelation(real, lags), Correlogram.Autocorrelation(other, lags));
    }, worst: 2);
}
