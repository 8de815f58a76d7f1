using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>1 − total-variation distance of the two-way tables; mean over the pairs with at least one category column.</summary>
/// <remarks>
/// Unit-free, 0 to 1. Numbers are cut into ten bins of equal width: with the edges of the real table in both (common edges, the default and what
/// this metric reports), or each table with its own, as SDMetrics does. Own edges move with the extremes of each sample, so that even a true
/// holdout loses points. Missing is one more category. Time O(n + cells) a pair.
/// Source: SDMetrics, ContingencySimilarity; Patki, Wedge, Veeramachaneni, DSAA 2016, doi:10.1109/DSAA.2016.49.
/// </remarks>
[Metric("contingency-similarity", Better.Higher, Min = 0, Max = 1, Title = "Contingency similarity", Group = MetricGroup.Pairs, Bootstrap = true)]
public sealed class ContingencySimilarity : IComparisonMetric
{
    /// <inheritdoc/>
    public MetricValue Compute(MetricInput input, CancellationToken cancellation) => TableComparison.Of(input, cancellation).Apply(this);

    /// <param name="real">Two codes a row.</param>
    /// <param name="synthetic">Two codes a row, with the same meaning.</param>
    /// <exception cref="ArgumentException">A table has no rows, or a code is negative.</exception>
    public static double Score(IReadOnlyList<(int First, int Second)> real, IReadOnlyList<(int First, int Second)> synthetic)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(synthetic);
        if (real.Count == 0) throw new ArgumentException("The table has no rows.", nameof(real));
        if (synthetic.Count == 0) throw new ArgumentException("The table has no rows.", nameof(synthetic));
        if (real.Concat(synthetic).Any(pair => pair.First < 0 || pair.Second < 0)) throw new ArgumentException("A code is negative.", nameof(real));
        var (first, second) = (real.Concat(synthetic).Max(pair => pair.First) + 1, real.Concat(synthetic).Max(pair => pair.Second) + 1);
        return Table(real).Similarity(Table(synthetic));

        TwoWayTable Table(IReadOnlyList<(int First, int Second)> rows) =>
            TwoWayTable.Of([.. rows.Select(row => row.First)], first, [.. rows.Select(row => row.Second)], second);
    }

    MetricValue IComparisonMetric.Compute(TableComparison comparison) =>
        comparison.MeanOfPairs(kind => kind != PairKind.Numeric, "no pair has a category column");
}
