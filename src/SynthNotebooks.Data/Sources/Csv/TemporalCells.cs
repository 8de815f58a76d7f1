namespace SynthNotebooks.Data;

/// <summary>Cells that follow one pattern of dates or time stamps.</summary>
internal sealed class TemporalCells(NullTokens tokens, int capacity, TemporalPattern pattern) : CellColumnBuilder(tokens, capacity)
{
    private long[] _ticks = new long[Math.Max(capacity, 16)];

    public override ColumnKind Kind => pattern.HasTime ? ColumnKind.Timestamp : ColumnKind.Date;

    public override bool TryAppend(CellBlock block, int column)
    {
        Reserve(ref _ticks, Count + block.Rows);
        var ticks = _ticks.AsSpan(Count, block.Rows);
        for (int row = 0, cell = column; row < ticks.Length; row++, cell += block.Columns)
        {
            var raw = block.Raw(cell);
            if (pattern.TryParse(raw, out ticks[row])) continue;
            var token = raw.IsEmpty ? -1 : Tokens.Find(raw);
            if (token < 0 && !raw.IsEmpty) return Refuse(Count, row);
            AddNull(Count + row, token);
        }
        Count += block.Rows;
        return true;
    }

    public override Column Build(string name)
    {
        var usual = pattern.Text is "yyyy-MM-dd" or "yyyy-MM-dd HH:mm:ss" or "yyyy-MM-dd HH:mm:ss.FFFFFFF";
        var format = new ColumnFormat(Pattern: usual ? null : pattern.Text, NullText: NullText);
        if (pattern.HasTime) return new TimestampColumn(name, _ticks.AsMemory(0, Count), Nulls, format);
        var days = new int[Count];
        for (var row = 0; row < days.Length; row++) days[row] = (int)(_ticks[row] / TimeSpan.TicksPerDay);
        return new DateColumn(name, days, Nulls, format);
    }
}
