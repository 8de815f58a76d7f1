using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Reading;

/// <summary>Gives the categories of one column the same codes in all tables: 0 for missing, 1, 2, ... in order of first sight.</summary>
/// <param name="numericText">Whether equal numbers are one category however they are spelled.</param>
internal sealed class LabelBook(bool numericText)
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _labels = [];

    /// <summary>Number of codes, the one for missing included.</summary>
    public int Cells => _labels.Count + 1;

    /// <summary>The label of code 1, 2, ...</summary>
    public IReadOnlyList<string> Labels => _labels;

    public int[] Read(Column column) => column switch
    {
        TextColumn text => ReadText(text),
        Int64Column or DoubleColumn => ReadNumbers(column),
        _ => ReadCells(column),
    };

    private int[] ReadText(TextColumn column)
    {
        var map = new int[column.Categories.Count];
        Array.Fill(map, -1); // categories that no row has get no code
        var codes = new int[column.Length];
        var source = column.Codes;
        for (var row = 0; row < codes.Length; row++)
        {
            var code = source[row];
            if (code < 0) continue;
            if (map[code] < 0) map[code] = CodeOf(column.Categories[code]);
            codes[row] = map[code];
        }
        return codes;
    }

    private int[] ReadNumbers(Column column)
    {
        var known = new Dictionary<double, int>();
        var values = column.ToNumbers();
        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (double.IsNaN(values[row])) continue;
            if (!known.TryGetValue(values[row], out var code)) known.Add(values[row], code = CodeOf(NumberText.Canonical(values[row])));
            codes[row] = code;
        }
        return codes;
    }

    private int[] ReadCells(Column column)
    {
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++)
            if (column.GetText(row) is { } text) codes[row] = CodeOf(text);
        return codes;
    }

    private int CodeOf(string text)
    {
        var label = text.Trim();
        if (label.Length == 0) return 0;
        if (numericText && NumberText.TryParse(label, out var number)) label = NumberText.Canonical(number);
        if (_codes.TryGetValue(label, out var code)) return code;
        _labels.Add(label);
        _codes.Add(label, _labels.Count);
        return _labels.Count;
    }
}
