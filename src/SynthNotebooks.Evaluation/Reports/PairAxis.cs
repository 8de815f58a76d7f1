using System.Globalization;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>The cells that a column is cut into for a two-way picture.</summary>
/// <remarks>
/// Numbers: up to eight cells with about as many real rows each; categories: the seven most frequent that at least five real rows hold, the others
/// together. Missing cells have a place of their own where there are any.
/// </remarks>
internal sealed class PairAxis
{
    private const int MostCells = 8, LeastCount = 5;

    private readonly double[] _inner; // bounds between cells of a number, ascending
    private readonly int[] _cells; // cell of a category code
    private readonly int _missing;

    private PairAxis(IReadOnlyList<string> labels, double[] inner, int[] cells, int missing) => (Labels, _inner, _cells, _missing) = (labels, inner, cells, missing);

    public IReadOnlyList<string> Labels { get; }

    public static PairAxis Of(TableSet tables, int column)
    {
        ColumnView real = tables.Real(column), synthetic = tables.Other(column, 0);
        var gaps = real.Present < real.Rows || synthetic.Present < synthetic.Rows;
        return real.IsNumeric ? Numbers(real, gaps) : Categories(tables.Labels[column], real, gaps);
    }

    public int CellOf(ColumnView view, int row)
    {
        if (!view.IsNumeric) return _cells[view.Codes[row]];
        var number = view.Numbers[row];
        if (double.IsNaN(number)) return _missing;
        var cell = 0;
        while (cell < _inner.Length && number >= _inner[cell]) cell++;
        return cell;
    }

    private static PairAxis Numbers(ColumnView real, bool gaps)
    {
        var sorted = real.Sorted;
        var inner = new List<double>();
        for (var i = 1; i < MostCells && sorted.Length > 0; i++)
        {
            var bound = sorted[(int)((long)i * sorted.Length / MostCells)];
            if (bound > sorted[0] && (inner.Count == 0 || bound > inner[^1])) inner.Add(bound);
        }
        // A column that is mostly one value has no bounds among its eighths: the rest gets a cell of its own.
        if (inner.Count == 0 && sorted.Length > 0 && sorted[^1] > sorted[0]) inner.Add(Array.Find(sorted, value => value > sorted[0]));
        var dates = real.Reading.Measure == ColumnMeasure.Date;
        List<string> labels = inner.Count == 0
            ? ["all"]
            : [$"< {Text(inner[0], dates)}", .. inner.Skip(1).Select((bound, i) => $"{Text(inner[i], dates)} to {Text(bound, dates)}"), $"≥ {Text(inner[^1], dates)}"];
        var missing = labels.Count;
        if (gaps) labels.Add("missing");
        return new(labels, [.. inner], [], missing);
    }

    private static PairAxis Categories(IReadOnlyList<string> names, ColumnView real, bool gaps)
    {
        int[] shown =
        [
            .. Enumerable.Range(1, names.Count).Where(code => real.Counts[code] >= Math.Min(LeastCount, real.Present))
                .OrderByDescending(code => real.Counts[code]).ThenBy(code => names[code - 1], StringComparer.Ordinal).Take(MostCells - 1),
        ];
        var labels = shown.Select(code => names[code - 1]).ToList();
        var others = names.Count - shown.Length;
        if (others > 0) labels.Add(others == 1 ? "1 other" : $"{others} others");
        var cells = new int[names.Count + 1];
        Array.Fill(cells, shown.Length);
        for (var i = 0; i < shown.Length; i++) cells[shown[i]] = i;
        cells[0] = labels.Count;
        if (gaps || labels.Count == 0) labels.Add("missing");
        return new(labels, [], cells, cells[0]);
    }

    private static string Text(double value, bool date) => date && value is >= 0 and < 3652059
        ? DateTime.MinValue.AddDays(Math.Floor(value)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString("G4", CultureInfo.InvariantCulture);
}
