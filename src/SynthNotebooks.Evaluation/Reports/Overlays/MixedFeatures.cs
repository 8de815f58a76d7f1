using SynthNotebooks.Evaluation.Fidelity.Columns;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>How the columns of a table become numbers of like weight: one a numeric column, one a frequent category.</summary>
internal sealed class MixedFeatures
{
    private const int MostCategories = 20;

    private readonly TableSet _tables;
    private readonly List<(int Column, double Mean, double Deviation)> _numbers = [];
    private readonly List<(int Column, int[] Feature)> _categories = []; // feature of each code, −1 for none
    private readonly List<double> _roots = []; // of each category feature's share, in the order of the features

    private MixedFeatures(TableSet tables) => _tables = tables;

    /// <summary>Number of features.</summary>
    public int Count => _numbers.Count + _roots.Count;

    public static MixedFeatures Of(TableSet tables)
    {
        var features = new MixedFeatures(tables);
        for (var i = 0; i < tables.Columns; i++)
        {
            var real = tables.Real(i);
            if (!real.IsNumeric || real.Present == 0) continue;
            var moments = ColumnMoments.Of(real.Sorted);
            if (moments.Deviation > 0 && double.IsFinite(moments.Deviation)) features._numbers.Add((i, moments.Mean, moments.Deviation));
        }
        for (var i = 0; i < tables.Columns; i++)
            if (!tables.Real(i).IsNumeric) features.AddCategories(i, tables.Real(i));
        return features;
    }

    /// <summary>Rows of a table in these features.</summary>
    public MixedRows Encode(Func<int, ColumnView> view, int[] rows)
    {
        double[][] numbers = [.. _numbers.Select(number =>
        {
            var source = view(number.Column).Numbers;
            return Array.ConvertAll(rows, row => double.IsNaN(source[row]) ? 0 : (source[row] - number.Mean) / number.Deviation);
        })];
        int[][] categories = [.. _categories.Select(category => Array.ConvertAll(rows, row => category.Feature[view(category.Column).Codes[row]]))];
        return new(rows.Length, numbers, categories, [.. _roots]);
    }

    private void AddCategories(int column, ColumnView real)
    {
        int[] codes = [.. Enumerable.Range(0, real.Counts.Length).Where(code => real.Counts[code] > 0 && real.Counts[code] < real.Rows)
            .OrderByDescending(code => real.Counts[code]).ThenBy(code => code).Take(MostCategories)];
        if (codes.Length == 0) return;
        var feature = new int[_tables.Cells(column)];
        Array.Fill(feature, -1);
        foreach (var code in codes)
        {
            feature[code] = _roots.Count;
            _roots.Add(Math.Sqrt((double)real.Counts[code] / real.Rows));
        }
        _categories.Add((column, feature));
    }
}
