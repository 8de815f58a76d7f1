namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>The rows of an entity that others refer to, in memory.</summary>
internal sealed class KeptTable(EntityPlan entity, SourcePlace place)
{
    private readonly List<string> _keys = [];

    public EntityPlan Entity => entity;

    /// <summary>Where it was first referred to.</summary>
    public SourcePlace Place => place;

    /// <summary>Tables that must be made before, because its rows refer to them.</summary>
    public HashSet<KeptTable> Needs { get; } = [];

    /// <summary>Keys of the rows: the dictionary of referring columns.</summary>
    public IReadOnlyList<string> Keys => _keys;

    public List<Row> Rows { get; } = [];

    /// <summary>How often the rows were made anew.</summary>
    public int Version { get; private set; }

    /// <summary>Forgets the rows, which are made again with the values that rounds gave them.</summary>
    public void Clear()
    {
        _keys.Clear();
        Rows.Clear();
        Version++;
    }

    /// <summary>Takes over the rows of another making of the same table.</summary>
    public void Become(KeptTable other)
    {
        Clear();
        _keys.AddRange(other._keys);
        Rows.AddRange(other.Rows);
    }

    public void Add(Row row)
    {
        _keys.Add(row.Texts[entity.Key!.Slot] ?? "");
        Rows.Add(row);
    }

    /// <summary>The row at a position; null for a missing one.</summary>
    public Row? RowAt(double position) => position >= 0 ? Rows[(int)position] : null;
}
