using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Fidelity;

namespace SynthNotebooks.Evaluation.Time;

/// <summary>Partial autocorrelation: mean |real − synthetic| over lags 1 to 24; mean over the series.</summary>
/// <remarks>
/// 0 = same orders of dependence, 2 at the most. At most a quarter of the shorter series' length in lags. Time O(n · lags).
/// Source: Durbin, Rev. Int. Stat. Inst. 28(3), 1960, doi:10.2307/1401322.
/// </remarks>
[Metric("partial-autocorrelation", Better.Lower, Min = 0, Max = 2, Title = "Partial autocorr. difference", Group = MetricGroup.Time)]
public sealed class PartialAutocorrelation : IComparisonMetric
{
    MetricValue IComparisonMetric.Compute(TableComparison comparison) => TimeTable.MeanOf(comparison, (real, other) =>
    {
        var lags = Correlogram.Lags(real, other);
        return Correlogram.MeanDifference(Correlogram.Partial(Correlogram.Autocorrelation(real, lags)), Correlogram.Partial(Correlogram.Autocorrelation(other, lags)));
    }, worst: 2);
}
