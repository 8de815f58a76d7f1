using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Fidelity;

namespace SynthNotebooks.Evaluation.Time;

/// <summary>Stationarity: share of series for which the KPSS test gives the same verdict in both tables.</summary>
/// <remarks>
/// 1 = level series stay level and wandering ones wander. The test is for a constant level, at 5 %, with Bartlett's weights over 12 · (n / 100)^¼
/// lags. Time O(n · lags). Source: Kwiatkowski, Phillips, Schmidt, Shin, J. Econom. 54, 1992, doi:10.1016/0304-4076(92)90104-Y.
/// </remarks>
[Metric("stationarity", Better.Higher, Min = 0, Max = 1, Title = "Same stationarity verdict", Group = MetricGroup.Time)]
public sealed class Stationarity : IComparisonMetric
{
    private const double Critical = 0.463; // 5 %, table 1 of the source

    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        TimeTable.MeanOf(comparison, (real, other) => Statistic(real) > Critical == Statistic(other) > Critical ? 1 : 0, worst: 0);

    /// <summary>The test's statistic η for a constant level.</summary>
    /// <param name="series">Not constant.</param>
    internal static double Statistic(double[] series)
    {
        var n = series.Length;
        var centred = Correlogram.Centred(series, out var power);
        double level = 0, walked = 0;
        foreach (var step in centred)
        {
            level += step;
            walked += level * level;
        }
        var lags = Math.Min(n - 1, (int)Math.Ceiling(12 * Math.Sqrt(Math.Sqrt(n / 100.0))));
        var autocorrelation = Correlogram.Autocorrelation(series, lags);
        var spread = 1.0;
        for (var lag = 1; lag <= lags; lag++) spread += 2 * (1 - lag / (lags + 1.0)) * autocorrelation[lag - 1];
        return walked / ((double)n * power * spread);
    }
}
