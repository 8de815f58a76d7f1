using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>1 − |r_real − r_synthetic| / 2 with Pearson's r; mean over the pairs of numeric and date columns.</summary>
/// <remarks>
/// Unit-free; 1 = same correlation, 0 = opposite. Rows where either cell is missing take no part. A pair that is constant in the synthetic table
/// alone scores 0. Time O(n) a pair. Source: SDMetrics, CorrelationSimilarity; Pearson, Proc. R. Soc. Lond. 58, 1895, doi:10.1098/rspl.1895.0041.
/// </remarks>
[Metric("correlation-similarity", Better.Higher, Min = 0, Max = 1, Title = "Correlation similarity", Group = MetricGroup.Pairs, Bootstrap = true)]
public sealed class CorrelationSimilarity : IComparisonMetric
{
    /// <inheritdoc/>
    public MetricValue Compute(MetricInput input, CancellationToken cancellation) => TableComparison.Of(input, cancellation).Apply(this);

    /// <param name="realFirst">First column, NaN where missing.</param>
    /// <param name="realSecond">Second column, as long as the first.</param>
    /// <param name="syntheticFirst">First column of the other table.</param>
    /// <param name="syntheticSecond">Second column of the other table, as long as its first.</param>
    /// <returns>0 to 1; null when either table has no correlation (constant, or fewer than two complete rows).</returns>
    public static double? Score(ReadOnlySpan<double> realFirst, ReadOnlySpan<double> realSecond, ReadOnlySpan<double> syntheticFirst, ReadOnlySpan<double> syntheticSecond) =>
        Of(PearsonCorrelation.Of(realFirst, realSecond), PearsonCorrelation.Of(syntheticFirst, syntheticSecond));

    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        comparison.MeanOfPairs(kind => kind == PairKind.Numeric, "no two columns are numbers or dates");

    internal static double? Of(double? real, double? synthetic) => 1 - Math.Abs((real - synthetic) / 2 ?? double.NaN) is var score && double.IsNaN(score) ? null : score;
}
