using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Leaks.Records;

/// <summary>A column of a real table: its values as phrases, and the rows that hold each.</summary>
internal sealed class RealColumn
{
    /// <summary>Atoms of a value that are compared; what follows in longer texts is not.</summary>
    public const int MostAtoms = 5;

    private readonly int[] _starts;
    private readonly int[] _rows;

    public RealColumn(Column column, ColumnRole role)
    {
        Name = column.Name;
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        Codes = CodesOf(column, codes);
        Phrases = new string[codes.Count];
        foreach (var (phrase, code) in codes) Phrases[code] = phrase;
        (_starts, _rows) = Index(Codes, Phrases.Length);
        Bits = new double[Phrases.Length];
        for (var code = 0; code < Bits.Length; code++) Bits[code] = Math.Log2((double)Codes.Length / Math.Max(1, Count(code)));
        Identifies = role is ColumnRole.Identifier or ColumnRole.FreeText ? IdentifyingForms.Of(Phrases, Count) : new bool[Phrases.Length];
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>The values, each in one spelling.</summary>
    public string[] Phrases { get; }

    /// <summary>The value of each row as an index into <see cref="Phrases"/>; −1 where there is none.</summary>
    public int[] Codes { get; }

    /// <summary>What a value tells of its row: −log2 of its share.</summary>
    public double[] Bits { get; }

    /// <summary>Whether a value alone tells a record.</summary>
    public bool[] Identifies { get; }

    /// <summary>Rows that hold a value.</summary>
    public int Count(int code) => _starts[code + 1] - _starts[code];

    /// <summary>The rows that hold a value, in order.</summary>
    public ReadOnlySpan<int> Rows(int code) => _rows.AsSpan(_starts[code], Count(code));

    private static int[] CodesOf(Column column, Dictionary<string, int> known)
    {
        var atoms = new AtomLine();
        var codes = new int[column.Length];
        if (column is TextColumn text)
        {
            var ofCategory = text.Categories.Select(category => Code(category)).ToArray();
            var given = text.Codes;
            for (var row = 0; row < codes.Length; row++) codes[row] = given[row] < 0 ? -1 : ofCategory[given[row]];
            return codes;
        }
        var spelled = new Dictionary<double, int>();
        var numbers = column.Kind is ColumnKind.Integer or ColumnKind.Real or ColumnKind.Date or ColumnKind.Timestamp or ColumnKind.Boolean ? column.ToNumbers() : null;
        for (var row = 0; row < codes.Length; row++)
        {
            if (column.IsNull(row)) codes[row] = -1;
            else if (numbers is null) codes[row] = Code(column.GetText(row)!);
            else if (!spelled.TryGetValue(numbers[row], out codes[row])) spelled[numbers[row]] = codes[row] = Code(column.GetText(row)!);
        }
        return codes;

        int Code(string value)
        {
            var phrase = atoms.Key(value, MostAtoms);
            if (phrase.Length == 0) return -1;
            if (!known.TryGetValue(phrase, out var code)) known[phrase] = code = known.Count;
            return code;
        }
    }

    private static (int[] Starts, int[] Rows) Index(int[] codes, int values)
    {
        var starts = new int[values + 1];
        foreach (var code in codes)
            if (code >= 0) starts[code + 1]++;
        for (var code = 0; code < values; code++) starts[code + 1] += starts[code];
        var rows = new int[starts[values]];
        var next = starts[..^1];
        for (var row = 0; row < codes.Length; row++)
            if (codes[row] >= 0) rows[next[codes[row]]++] = row;
        return (starts, rows);
    }
}
