using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Fidelity;

namespace SynthNotebooks.Evaluation.Time;

/// <summary>Spectral density: total-variation distance of the shares of variance by frequency; mean over the series.</summary>
/// <remarks>
/// 0 = same rhythms, 1 = no frequency in common. Smoothed over 64 lags, or a half of the shorter series' length. Time O(n · lags).
/// Source: Blackman, Tukey, Bell Syst. Tech. J. 37, 1958, doi:10.1002/j.1538-7305.1958.tb03874.x.
/// </remarks>
[Metric("spectral-density", Better.Lower, Min = 0, Max = 1, Title = "Spectral difference", Group = MetricGroup.Time)]
public sealed class SpectralDensity : IComparisonMetric
{
    private const int MostLags = 64;

    MetricValue IComparisonMetric.Compute(TableComparison comparison) => TimeTable.MeanOf(comparison, (real, other) =>
    {
        var lags = Math.Min(MostLags, Math.Min(real.Length, other.Length) / 2);
        double[] a = SpectralEstimate.Of(Correlogram.Autocorrelation(real, lags)), b = SpectralEstimate.Of(Correlogram.Autocorrelation(other, lags));
        return Math.Min(1, Correlogram.MeanDifference(a, b) * a.Length / 2);
    }, worst: 1);
}
