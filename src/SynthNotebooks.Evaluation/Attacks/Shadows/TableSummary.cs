using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Attacks.Shadows;

/// <summary>A table as numbers, independent of its number of rows: moments, histograms and correlations of its columns.</summary>
/// <remarks>Source: Stadler, Oprisanu, Troncoso, USENIX Security 2022, arXiv:2011.07018 (naive, histogram and correlation features).</remarks>
internal static class TableSummary
{
    private const int MostCells = 20; // categories beyond the twenty first of a column count as one

    /// <summary>All three sets of features, as long for every table.</summary>
    public static double[] Of(ShadowTables tables, int shadow)
    {
        var features = new List<double>();
        var standard = new double[tables.Columns][];
        for (var i = 0; i < tables.Columns; i++)
        {
            var view = tables.View(i, shadow);
            Naive(view, features);
            Histogram(view, Math.Min(MostCells, tables.Cells(i)), features);
            standard[i] = Standardised(view, tables.Reference(i));
        }
        for (var i = 0; i < standard.Length; i++)
            for (var j = 0; j < i; j++) features.Add(Correlation(standard[i], standard[j]));
        return [.. features];
    }

    private static void Naive(ColumnView view, List<double> features)
    {
        if (!view.IsNumeric)
        {
            features.Add(view.Counts.Count(count => count > 0));
            features.Add(Array.IndexOf(view.Counts, view.Counts.Max()));
            features.Add(view.Counts.Where(count => count > 0).DefaultIfEmpty(0).Min() / (double)view.Rows);
            return;
        }
        FixedOrderSum sum = new(), squares = new();
        foreach (var value in view.Sorted) sum.Add(value);
        var mean = view.Present > 0 ? sum.Value / view.Present : 0;
        foreach (var value in view.Sorted) squares.Add((value - mean) * (value - mean));
        features.Add(mean);
        features.Add(view.Present > 0 ? view.Sorted[view.Present / 2] : 0);
        features.Add(view.Present > 0 ? squares.Value / view.Present : 0);
    }

    private static void Histogram(ColumnView view, int cells, List<double> features)
    {
        var shares = new double[cells];
        foreach (var code in view.Codes) shares[Math.Min(code, cells - 1)] += 1.0 / view.Rows;
        features.AddRange(shares);
    }

    // Numbers by their mean and deviation, categories as whether they are the reference's most frequent one.
    private static double[] Standardised(ColumnView view, ColumnView reference)
    {
        var values = new double[view.Rows];
        var usual = reference.IsNumeric ? 0 : Array.IndexOf(reference.Counts, reference.Counts.Max());
        for (var row = 0; row < values.Length; row++) values[row] = view.IsNumeric ? view.Numbers[row] : view.Codes[row] == usual ? 1 : 0;
        var sum = new FixedOrderSum();
        var present = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            sum.Add(value);
            present++;
        }
        var mean = present > 0 ? sum.Value / present : 0;
        var squares = new FixedOrderSum();
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = double.IsNaN(values[row]) ? 0 : values[row] - mean;
            squares.Add(values[row] * values[row]);
        }
        var deviation = Math.Sqrt(squares.Value);
        if (deviation > 0)
            for (var row = 0; row < values.Length; row++) values[row] /= deviation;
        return values;
    }

    private static double Correlation(double[] first, double[] second)
    {
        var sum = new FixedOrderSum();
        for (var row = 0; row < first.Length; row++) sum.Add(first[row] * second[row]);
        return sum.Value;
    }
}
