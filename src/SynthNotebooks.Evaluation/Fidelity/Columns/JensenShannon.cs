using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity.Joint;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>Jensen-Shannon distance, the square root of the divergence in bits; mean over columns.</summary>
/// <remarks>
/// 0 = same frequencies, 1 = no cell in common. Numbers are cut into up to 32 bins of the real range, missing is one more cell. Time O(n + cells).
/// Source: Lin, IEEE Trans. Inf. Theory 37(1), 1991, doi:10.1109/18.61115; Endres, Schindelin, IEEE Trans. Inf. Theory 49(7), 2003, doi:10.1109/TIT.2003.813506.
/// </remarks>
[Metric("jensen-shannon", Better.Lower, Min = 0, Max = 1, Title = "Jensen-Shannon distance", MarginalsOnly = true, Group = MetricGroup.Columns)]
public sealed class JensenShannon : IComparisonMetric
{
    private const double Ln2 = 0.6931471805599453;

    MetricValue IComparisonMetric.Compute(TableComparison comparison) => WorkloadBins.MeanOfCounts(comparison, (real, other) => Distance(real, other));

    internal static double Distance(ReadOnlySpan<int> real, ReadOnlySpan<int> other)
    {
        double n = 0, m = 0, sum = 0;
        for (var i = 0; i < real.Length; i++) (n, m) = (n + real[i], m + other[i]);
        for (var i = 0; i < real.Length; i++)
        {
            double p = real[i] / n, q = other[i] / m, middle = (p + q) / 2;
            if (p > 0) sum += p * PortableMath.Log(p / middle);
            if (q > 0) sum += q * PortableMath.Log(q / middle);
        }
        return Math.Sqrt(Math.Clamp(sum / (2 * Ln2), 0, 1));
    }
}
