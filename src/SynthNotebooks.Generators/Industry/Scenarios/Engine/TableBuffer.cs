using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Gathers the rows of an entity into columns.</summary>
internal sealed class TableBuffer : IRowSink
{
    private readonly CellBuffer[] _columns;
    private readonly IRecording[] _recordings;
    private readonly (int From, int To, string[] Categories)[] _decoded;
    private readonly SplitRandom _draws = new(0);
    private readonly Row? _record;

    public TableBuffer(EntityPlan plan)
    {
        Plan = plan;
        var columns = new List<CellBuffer>();
        if (plan.KeyColumn is { } name) columns.Add(new TextBuffer(name, plan.Key!.Slot, 0, distinct: true));
        if (plan.Parent is { KeyColumn: { } above } parent) columns.Add(new TextBuffer(above, parent.Key!.Slot, 1, distinct: false));
        columns.AddRange(plan.Columns.Select(CellBuffer.Of));
        _columns = [.. columns];
        _recordings = [.. plan.Recordings];
        _decoded = [.. plan.Attributes.Values.Where(attribute => attribute.RecordSlot >= 0).Select(attribute => (attribute.Slot, attribute.RecordSlot, attribute.Type.Categories!.ToArray()))];
        if (_recordings.Length > 0) _record = new Row(plan.NumberSlots, plan.TextSlots);
    }

    public EntityPlan Plan { get; }

    public bool Keeps => false;

    public int Rows { get; private set; }

    public void Add(Row row)
    {
        if (_record is null)
        {
            Append(row);
            return;
        }
        var record = _record;
        row.Numbers.CopyTo(record.Numbers, 0);
        row.Texts.CopyTo(record.Texts, 0);
        (record.Parent, record.Previous, record.First, record.Number) = (row.Parent, row.Previous, row.First, row.Number);
        record.Random.Copy(row.Random);
        foreach (var (from, to, categories) in _decoded) record.Texts[to] = Formulas.Texts.OfCode(record.Numbers[from], categories);
        var times = 1;
        foreach (var recording in _recordings) times += recording.Apply(record, row, _draws);
        for (var i = 0; i < times; i++) Append(record);
    }

    private void Append(Row row)
    {
        foreach (var column in _columns) column.Add(row);
        Rows++;
    }

    /// <summary>The rows so far as a table; the buffer is empty afterwards.</summary>
    public DataFrame Take()
    {
        var frame = new DataFrame(Array.ConvertAll(_columns, column => column.Take())) { Origin = DataOrigin.Synthetic };
        Rows = 0;
        return frame;
    }
}
