using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>One category in place of several columns, a value for each combination of their cells; so only combinations that were seen come out.</summary>
/// <remarks>Combinations in fewer rows than the minimum are not kept: their rows are left out of what the model learns, and they never come out.</remarks>
internal sealed class CombinationTransform : ITransform
{
    private readonly Dictionary<string, int> _codes;
    private readonly DataFrame _withMissing; // a last row for what is in no combination

    /// <param name="name">Of the encoded column.</param>
    /// <param name="palette">The combinations, the most frequent first; its columns are those of the table.</param>
    public CombinationTransform(string name, DataFrame palette)
    {
        (Name, Palette) = (name, palette);
        Outputs = [.. palette.Columns.Select(column => column.Name)];
        _withMissing = palette.Append(new object?[palette.Columns.Count]);
        _codes = new(StringComparer.Ordinal);
        for (var row = 0; row < palette.Rows.Count; row++) _codes.TryAdd(Key([.. palette.Columns], row), row);
    }

    public string Name { get; }

    public DataFrame Palette { get; }

    public IReadOnlyList<string> Inputs => [];

    public IReadOnlyList<string> Outputs { get; }

    /// <exception cref="FitException">No combination is frequent enough.</exception>
    public static CombinationTransform Of(string name, IReadOnlyList<string> columns, DataFrame training, int minimumCount)
    {
        var table = training.Select(columns);
        var (groups, firstRows) = RowGroups.Of([.. table.Columns]);
        var counts = new int[firstRows.Length];
        foreach (var group in groups) counts[group]++;
        int[] kept = [.. Enumerable.Range(0, counts.Length).Where(group => counts[group] >= minimumCount).OrderByDescending(group => counts[group]).Select(group => firstRows[group])];
        if (kept.Length == 0)
            throw new FitException($"None of the {firstRows.Length} combinations of {string.Join(", ", columns)} is seen in {minimumCount} rows or more, so none may come out. Lower --min-count, or leave one of the columns out.");
        return new(name, table.Take(kept));
    }

    public IReadOnlyList<EncodedColumn> Encode(DataFrame table)
    {
        var codes = CodesOf(table);
        return [new(new TextColumn(Name, codes, Labels()), ColumnRole.Category)];
    }

    /// <summary>Place of each row's combination in the palette; −1 when it is not there.</summary>
    public int[] CodesOf(DataFrame table)
    {
        Column[] columns = [.. Outputs.Select(name => table[name])];
        var codes = new int[table.Rows.Count];
        if (codes.Length == 0) return codes;
        var (groups, firstRows) = RowGroups.Of(columns);
        int[] byGroup = [.. firstRows.Select(row => _codes.GetValueOrDefault(Key(columns, row), -1))];
        for (var row = 0; row < codes.Length; row++) codes[row] = byGroup[groups[row]];
        return codes;
    }

    public IReadOnlyList<Column> Decode(Func<string, Column> column)
    {
        var encoded = (TextColumn)column(Name);
        var places = new int[encoded.Categories.Count];
        for (var code = 0; code < places.Length; code++)
            places[code] = int.TryParse(encoded.Categories[code], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < Palette.Rows.Count ? place : (int)Palette.Rows.Count;
        var rows = new int[encoded.Length];
        for (var row = 0; row < rows.Length; row++) rows[row] = encoded.Codes[row] is >= 0 and var code ? places[code] : (int)Palette.Rows.Count;
        return [.. _withMissing.Columns.Select(values => values.Take(rows))];
    }

    public void Save(ModelWriter writer)
    {
        writer.Write("transform", "combination");
        writer.Write("name", Name);
        ColumnStore.Save(Palette, writer.Part("palette"));
    }

    public static CombinationTransform Load(ModelReader reader) => new(reader.Text("name"), ColumnStore.LoadTable(reader.Part("palette")));

    /// <summary>The category that stands for a combination.</summary>
    public static string Label(int code) => code.ToString(CultureInfo.InvariantCulture);

    private string[] Labels() => [.. Enumerable.Range(0, (int)Palette.Rows.Count).Select(Label)];

    private static string Key(Column[] columns, int row)
    {
        var key = new System.Text.StringBuilder();
        foreach (var column in columns) key.Append(column.GetText(row) is { } text ? "\u001f" + text : "\u001e");
        return key.ToString();
    }
}
