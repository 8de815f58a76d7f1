using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>Cuts columns for display.</summary>
internal static class Distributions
{
    public const int MostCategories = 12;
    private const int Bins = 24;
    private const int MostWholeBins = 40;

    // A category of fewer real rows is never named.
    private const int LeastCount = 5;

    public static ColumnDistribution Of(TableSet tables, int column, ColumnScore score)
    {
        ColumnView real = tables.Real(column), synthetic = tables.Other(column, 0);
        return real.IsNumeric ? Numbers(real, synthetic, score) : Categories(tables.Labels[column], real, synthetic, score);
    }

    private static ColumnDistribution Numbers(ColumnView real, ColumnView synthetic, ColumnScore score)
    {
        if (real.Present == 0) return new(score.Name, score, [], [], [], [], 0, 0, 0, Missing(real), Missing(synthetic));
        var edges = Edges(real.Sorted);
        var (a, outsideA) = Shares(real.Sorted, edges);
        var (b, outsideB) = Shares(synthetic.Sorted, edges);
        return new(score.Name, score, [], edges, a, b, 0, outsideA, outsideB, Missing(real), Missing(synthetic));
    }

    // Whole numbers of a short range get a bin each, so that no bin holds more of them than its neighbour.
    private static double[] Edges(double[] sorted)
    {
        double low = sorted[0], high = sorted[^1];
        var whole = Array.TrueForAll(sorted, value => value == Math.Floor(value));
        if (whole && high - low < 1e15)
        {
            var step = Math.Ceiling((high - low + 1) / MostWholeBins);
            var count = (int)Math.Ceiling((high - low + 1) / step);
            return [.. Enumerable.Range(0, count + 1).Select(i => low - 0.5 + i * step)];
        }
        if (low == high) return [low - 0.5, high + 0.5];
        return [.. Enumerable.Range(0, Bins + 1).Select(i => i == Bins ? high : low + i * (high / Bins - low / Bins))];
    }

    private static (double[] Shares, double Outside) Shares(double[] sorted, double[] edges)
    {
        var shares = new double[edges.Length - 1];
        if (sorted.Length == 0) return (shares, 0);
        var at = 0;
        while (at < sorted.Length && sorted[at] < edges[0]) at++;
        var inside = 0;
        for (var bin = 0; bin < shares.Length; bin++)
        {
            var start = at;
            var last = bin == shares.Length - 1;
            while (at < sorted.Length && (sorted[at] < edges[bin + 1] || last && sorted[at] == edges[bin + 1])) at++;
            shares[bin] = (at - start) / (double)sorted.Length;
            inside += at - start;
        }
        return (shares, (sorted.Length - inside) / (double)sorted.Length);
    }

    private static ColumnDistribution Categories(IReadOnlyList<string> labels, ColumnView real, ColumnView synthetic, ColumnScore score)
    {
        var shown = Enumerable.Range(1, labels.Count)
            .Where(code => real.Counts[code] >= Math.Min(LeastCount, real.Present))
            .OrderByDescending(code => real.Counts[code]).ThenBy(code => labels[code - 1], StringComparer.Ordinal)
            .Take(MostCategories).ToArray();
        double[] a = [.. shown.Select(code => Share(real, real.Counts[code]))];
        double[] b = [.. shown.Select(code => Share(synthetic, synthetic.Counts[code]))];
        return new(
            score.Name, score, [.. shown.Select(code => labels[code - 1])], [], a, b, labels.Count - shown.Length,
            Share(real, real.Present - shown.Sum(code => real.Counts[code])), Share(synthetic, synthetic.Present - shown.Sum(code => synthetic.Counts[code])),
            Missing(real), Missing(synthetic));
    }

    private static double Share(ColumnView view, int count) => view.Present == 0 ? 0 : count / (double)view.Present;

    private static double Missing(ColumnView view) => (view.Rows - view.Present) / (double)view.Rows;
}
