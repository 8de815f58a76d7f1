using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>Cuts the furthest pairs into few cells that can be drawn.</summary>
internal static class PairTables
{
    private const int Most = 6;

    /// <summary>The two-way tables of the pairs with the lowest scores, the worst first.</summary>
    public static IReadOnlyList<PairTable> Of(TableSet tables, FidelityScores scores)
    {
        var worst = scores.Pairs.Where(pair => pair.Value is not null).OrderBy(pair => pair.Value).Take(Most);
        var positions = tables.Readings.Select((reading, i) => (reading.Name, i)).ToDictionary(column => column.Name, column => column.i, StringComparer.Ordinal);
        return [.. worst.Select(pair => One(tables, pair, positions[pair.First], positions[pair.Second]))];
    }

    private static PairTable One(TableSet tables, PairScore pair, int first, int second)
    {
        PairAxis a = PairAxis.Of(tables, first), b = PairAxis.Of(tables, second);
        return new(
            pair.First, pair.Second, pair.Value, a.Labels, b.Labels,
            Shares(a, b, tables.Real(first), tables.Real(second)), Shares(a, b, tables.Other(first, 0), tables.Other(second, 0)));
    }

    private static double[][] Shares(PairAxis a, PairAxis b, ColumnView first, ColumnView second)
    {
        var counts = new int[a.Labels.Count * b.Labels.Count];
        for (var row = 0; row < first.Rows; row++) counts[a.CellOf(first, row) * b.Labels.Count + b.CellOf(second, row)]++;
        return [.. Enumerable.Range(0, a.Labels.Count).Select(i => Array.ConvertAll(counts[(i * b.Labels.Count)..((i + 1) * b.Labels.Count)], count => count / (double)first.Rows))];
    }
}
