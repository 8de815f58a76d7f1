using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Gathers the rows of an entity into columns.</summary>
internal sealed class TableBuffer : IRowSink
{
    private readonly CellBuffer[] _columns;

    public TableBuffer(EntityPlan plan)
    {
        Plan = plan;
        var columns = new List<CellBuffer>();
        if (plan.KeyColumn is { } name) columns.Add(new TextBuffer(name, plan.Key!.Slot, 0, distinct: true));
        if (plan.Parent is { KeyColumn: { } above } parent) columns.Add(new TextBuffer(above, parent.Key!.Slot, 1, distinct: false));
        columns.AddRange(plan.Columns.Select(CellBuffer.Of));
        _columns = [.. columns];
    }

    public EntityPlan Plan { get; }

    public bool Keeps => false;

    public int Rows { get; private set; }

    public void Add(Row row)
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
