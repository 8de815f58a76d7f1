using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Leaks.Records;

/// <summary>A real table, ready to be looked for in texts.</summary>
/// <remarks>Memory: about 12 bytes a cell and the distinct values. Cost: linear in the cells, and the inference of the schema.</remarks>
public sealed class RealTable
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<(int Column, int Code)[]> _entries = [];

    /// <param name="name">What a person knows it as.</param>
    /// <param name="frame">The table.</param>
    public RealTable(string name, DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(frame);
        (Name, RowCount) = (name, (int)frame.Rows.Count);
        var schema = frame.InferSchema();
        Columns = [.. frame.Columns.Select(column => new RealColumn(column, schema[column.Name].Role))];
        var byPhrase = new Dictionary<string, List<(int Column, int Code)>>(StringComparer.Ordinal);
        for (var c = 0; c < Columns.Count; c++)
        {
            for (var code = 0; code < Columns[c].Phrases.Length; code++)
            {
                if (!byPhrase.TryGetValue(Columns[c].Phrases[code], out var holders)) byPhrase[Columns[c].Phrases[code]] = holders = [];
                holders.Add((c, code));
            }
        }
        var places = new Dictionary<string, int>(byPhrase.Count, StringComparer.Ordinal);
        foreach (var (phrase, holders) in byPhrase)
        {
            places[phrase] = _entries.Count;
            _entries.Add([.. holders]);
        }
        _lookup = places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What a person knows it as.</summary>
    public string Name { get; }

    /// <summary>Rows.</summary>
    public int RowCount { get; }

    internal IReadOnlyList<RealColumn> Columns { get; }

    /// <summary>The value that a phrase is; false when no cell holds it.</summary>
    internal bool TryFind(ReadOnlySpan<char> phrase, out int value) => _lookup.TryGetValue(phrase, out value);

    /// <summary>The columns that hold a value, each with its code.</summary>
    internal (int Column, int Code)[] Holders(int value) => _entries[value];
}
