namespace SynthNotebooks.Data;

/// <summary>Cells that are integers of 64 bits.</summary>
internal sealed class IntegerCells(NullTokens tokens, int capacity) : CellColumnBuilder(tokens, capacity)
{
    private long[] _values = new long[Math.Max(capacity, 16)];

    public override ColumnKind Kind => ColumnKind.Integer;

    public ReadOnlySpan<long> Values => _values.AsSpan(0, Count);

    public override bool TryAppend(CellBlock block, int column)
    {
        Reserve(ref _values, Count + block.Rows);
        var values = _values.AsSpan(Count, block.Rows);
        for (int row = 0, cell = column; row < values.Length; row++, cell += block.Columns)
        {
            var raw = block.Raw(cell);
            if (NumberCell.TryInteger(raw, out values[row])) continue;
            var token = raw.IsEmpty ? -1 : Tokens.Find(raw);
            if (token < 0 && !raw.IsEmpty) return Refuse(Count, row);
            AddNull(Count + row, token);
        }
        Count += block.Rows;
        return true;
    }

    public override Column Build(string name) =>
        new Int64Column(name, _values.AsMemory(0, Count), Nulls, NullText is { } text ? new ColumnFormat(NullText: text) : null);
}
