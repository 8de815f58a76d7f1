using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Gauges;

/// <summary>95 % intervals of scores over draws of the synthetic rows.</summary>
/// <remarks>
/// Forty resamples of at most 2,000 rows are scored; the standard deviation of the scores is rescaled by √(resampled rows / rows) and the interval is
/// value ± 1.96 of it, cut to the metric's range. Tables of more than 100 columns get none. Tells the noise of the synthetic rows alone: real rows and the generator's fit stand.
/// Source: Bickel, Götze, van Zwet, Statistica Sinica 7, 1997 (fewer rows than there are).
/// </remarks>
internal static class BootstrapIntervals
{
    private const int Resamples = 40;
    private const int MostRows = 2000;
    private const int MostColumns = 100; // pairs of more, forty times over, would cost as much as the whole report
    private const double Normal95 = 1.959963984540054;

    /// <param name="tables">The synthetic table is the first of the others.</param>
    /// <param name="entries">Metrics; those that are not marked for a bootstrap get no interval.</param>
    /// <returns>Half a width by id; none where a resample has no score.</returns>
    public static IReadOnlyDictionary<string, double> HalfWidths(TableSet tables, IReadOnlyList<CatalogEntry<MetricAttribute>> entries)
    {
        var widths = new Dictionary<string, double>(StringComparer.Ordinal);
        CatalogEntry<MetricAttribute>[] chosen = [.. entries.Where(entry => entry.Attribute.Bootstrap)];
        if (tables.Columns is 0 or > MostColumns || chosen.Length == 0) return widths;
        var available = tables.Other(0, 0).Rows;
        var size = Math.Min(available, MostRows);
        var random = new SplitRandom(tables.Options.Seed).Split("intervals");
        var rows = new int[Resamples][];
        for (var i = 0; i < rows.Length; i++)
        {
            var own = random.Split((ulong)i);
            rows[i] = new int[size];
            for (var row = 0; row < size; row++) rows[i][row] = own.NextBelow(available);
        }
        var resamples = TableComparison.All(tables.Resampled(0, rows), Resamples, TableSet.Parallelism(tables.Options));
        var scores = new double?[chosen.Length, Resamples];
        Parallel.For(0, Resamples, TableSet.Parallelism(tables.Options), i =>
        {
            for (var metric = 0; metric < chosen.Length; metric++)
                scores[metric, i] = ((IComparisonMetric)MetricCatalog.Create(chosen[metric].Id)).Compute(resamples[i]).Value;
        });
        for (var metric = 0; metric < chosen.Length; metric++)
            if (Deviation(scores, metric) is { } deviation) widths.Add(chosen[metric].Id, Normal95 * deviation * Math.Sqrt((double)size / available));
        return widths;
    }

    private static double? Deviation(double?[,] scores, int metric)
    {
        double sum = 0, squares = 0;
        for (var i = 0; i < Resamples; i++)
        {
            if (scores[metric, i] is not { } score) return null;
            sum += score;
        }
        for (var i = 0; i < Resamples; i++) squares += (scores[metric, i]!.Value - sum / Resamples) * (scores[metric, i]!.Value - sum / Resamples);
        return Math.Sqrt(squares / (Resamples - 1));
    }
}
